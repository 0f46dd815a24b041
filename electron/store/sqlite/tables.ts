import type { Vault } from '../../vault/vault.ts'
import type { Stores } from '../stores.ts'
import { type Anchor, type AuditTable, auditTable } from './audit.ts'
import type { Database } from './database.ts'
import { doNotRentTable } from './do-not-rent.ts'
import { imageTable } from './images.ts'
import { keptArrivals } from './kept-arrivals.ts'
import { keptFigures } from './kept-figures.ts'
import { keptMerges } from './kept-merges.ts'
import { jobTable } from './jobs.ts'
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
  readonly audit: AuditTable
  readonly doNotRent: ReturnType<typeof doNotRentTable>
  /** Removes a row that was removed elsewhere. */
  removeRow(row: RemovedRow): void
}

/** @param anchor of the audit log of the desk's own database; a backup has none */
export function createTables(database: Database, vault: Vault, anchor: Anchor = noAnchor): Tables {
  const removed = removedTable(database)
  const search = createSearch(database, vault)
  const merged = keptMerges(database, vault)
  const jobs = jobTable(database, vault, removed)
  const doNotRent = doNotRentTable(database, vault, removed)
  const records = recordTable({
    database,
    vault,
    search,
    removed,
    merged: () => merged.all(),
    listKeys: doNotRent.keys,
  })
  const paid = paidTable(database, vault, removed)
  const audit = auditTable(database, vault, anchor)
  const stores: Stores = {
    jobs,
    records,
    paid,
    images: imageTable(database, vault),
    arrivals: keptArrivals(database, vault),
    quota: quotaTable(database, vault),
    audit,
    doNotRent,
    merged,
    figures: keptFigures(database, vault),
    together: database.together,
  }
  const removals: Readonly<Record<RemovedRow['what'], (id: string) => void>> = {
    jobs: (id) => jobs.remove(id),
    records: (id) => records.remove(id),
    paid: (id) => paid.removeRow(id),
    do_not_rent: (id) => doNotRent.remove(id),
  }
  return {
    stores,
    search,
    removed,
    audit,
    doNotRent,
    removeRow: ({ what, id }) => removals[what](id),
  }
}

const noAnchor: Anchor = { load: () => undefined, save: () => undefined }
