import { z } from 'zod'
import type { Vault } from '../../vault/vault.ts'
import { unlessDamaged } from '../store-problem.ts'
import type { MergedRecords } from '../stores.ts'
import type { Database } from './database.ts'
import { keptValue } from './kept.ts'

const pairs = z.array(z.tuple([z.string(), z.string()]))

/** All in one sealed value: there are few, and nobody who may write the file can hide a record by it. */
export function keptMerges(database: Database, vault: Vault): MergedRecords {
  const value = keptValue<z.output<typeof pairs>>(database, vault, 'merged records')
  let known: ReadonlyMap<string, string> | undefined
  database.onTakenBack(() => {
    known = undefined
  })
  return {
    all() {
      known ??= new Map(unlessDamaged(() => pairs.safeParse(value.load()).data))
      return known
    },
    put(merged) {
      value.save([...merged])
      known = new Map(merged)
    },
  }
}
