import type { Job } from '../../core/jobs/job.ts'
import type { LicenseRecord } from '../../core/license/record.ts'

/** Keeps things by their id, in the order in which they were first put. */
export interface Store<Item extends { readonly id: string }> {
  /** Adds the item, or takes the place of the one with the same id. */
  put(item: Item): void
  get(id: string): Item | undefined
  all(): readonly Item[]
  remove(id: string): void
}

export type JobStore = Store<Job>
export type RecordStore = Store<LicenseRecord>
