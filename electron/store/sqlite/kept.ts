import { z } from 'zod'
import type { Keeper } from '../../files/keeper.ts'
import type { Vault } from '../../vault/vault.ts'
import { bytes, type Database } from './database.ts'
import { sealedColumn } from './sealed-values.ts'
import { keptSql } from './statements.ts'

const row = z.object({ name: z.string(), value: bytes })

/** One sealed value under a name, as settings files hold theirs. */
export function keptValue<Value>(database: Database, vault: Vault, name: string): Keeper<Value> {
  const values = sealedColumn<unknown>(vault, {
    table: 'kept',
    column: 'value',
    schema: z.unknown(),
  })
  return {
    load() {
      const found = database.row(row, keptSql.get, { name })
      return found && values.open(name, found.value)
    },
    save: (value) => database.run(keptSql.put, { name, value: values.seal(name, value) }),
  }
}
