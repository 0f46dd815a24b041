import { keptState } from '../../vault/pin.ts'
import type { RingKeeper } from '../../vault/ring-kept.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Database } from './database.ts'
import { keptValue } from './kept.ts'
import { keptSql } from './statements.ts'
import type { Tables } from './tables.ts'

const olderPin = 'pin'

/**
 * What an older version kept in the store alone goes into the key ring, once: from then on nothing that stands in the
 * store tells of it. Jobs are sealed anew, bound to what stands beside them.
 */
export function takeOver(database: Database, vault: Vault, tables: Tables, kept: RingKeeper): void {
  if (kept.load() !== undefined) return
  const { pin } = keptState.parse(keptValue(database, vault, olderPin).load() ?? {})
  database.together(() => {
    tables.audit.takeOver()
    for (const job of tables.stores.jobs.all()) tables.stores.jobs.put(job)
  })
  kept.save({ ...(pin && { pin }) })
  database.run(keptSql.remove, { name: olderPin })
}
