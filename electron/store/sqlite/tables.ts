import type { KeptPin } from '../../vault/pin.ts'
import type { Keeper } from '../../settings/kept-file.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Stores } from '../stores.ts'
import { auditTable } from './audit.ts'
import type { Database } from './database.ts'
import { imageTable } from './images.ts'
import { jobTable } from './jobs.ts'
import { keptValue } from './kept.ts'
import { paidTable } from './paid.ts'
import { quotaTable } from './quota.ts'
import { recordTable } from './records.ts'
import { type Removed, type RemovedRow, removedTable } from './removed.ts'
import { createSearch, type Search } from './search.ts'

/** All that is kept in one database, be it the desk's own or a backup of it. */
export interface Tables {
  readonly stores: Stores
  readonly search: Search
  readonly removed: Removed
  readonly pin: Keeper<KeptPin>
  /** Once, in a new database. */
  begin(): void
  /** Removes a row that was removed elsewhere. */
  removeRow(row: RemovedRow): void
}

export function createTables(database: Database, vault: Vault): Tables {
  const removed = removedTable(database)
  const search = createSearch(database, vault)
  const jobs = jobTable(database, vault, removed)
  const records = recordTable(database, vault, search, removed)
  const paid = paidTable(database, vault, removed)
  const audit = auditTable(database, vault)
  const stores: Stores = {
    jobs,
    records,
    paid,
    images: imageTable(database, vault),
    quota: quotaTable(database, vault),
    audit,
    together: database.together,
  }
  const removals: Readonly<Record<RemovedRow['what'], (id: string) => void>> = {
    jobs: (id) => jobs.remove(id),
    records: (id) => records.remove(id),
    paid: (id) => paid.removeRow(id),
  }
  return {
    stores,
    search,
    removed,
    pin: keptValue(database, vault, 'pin'),
    begin: () => audit.begin(),
    removeRow: ({ what, id }) => removals[what](id),
  }
}
