import { z } from 'zod'
import type { Vault } from '../../vault/vault.ts'
import { unlessDamaged } from '../store-problem.ts'
import type { KeptArrivals } from '../stores.ts'
import type { Database } from './database.ts'
import { keptValue } from './kept.ts'

const arrivals = z.array(
  z.object({ id: z.string(), name: z.string(), listed: z.number().int().nonnegative() }),
)

/** What came without a file and is not all on the list yet; few at a time. */
export function keptArrivals(database: Database, vault: Vault): KeptArrivals {
  const kept = keptValue(database, vault, 'arrivals')
  const all = () => unlessDamaged(() => arrivals.safeParse(kept.load()).data) ?? []
  return {
    all,
    put(arrival) {
      const before = all()
      const isNew = before.every(({ id }) => id !== arrival.id)
      kept.save(
        isNew ? [...before, arrival] : before.map((one) => (one.id === arrival.id ? arrival : one)),
      )
    },
    remove(id) {
      kept.save(all().filter((one) => one.id !== id))
    },
  }
}
