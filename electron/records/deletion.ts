import type { Forgotten } from '../../core/ipc/held.ts'
import { type Job, recordIdOf } from '../../core/jobs/job.ts'
import { imageOf } from '../../core/license/record.ts'
import type { Stores } from '../store/stores.ts'

export interface DeletionParts {
  readonly stores: Pick<Stores, 'jobs' | 'records' | 'paid' | 'together'>
  /** Takes jobs off the desk's list, with their records, and tells the window. */
  readonly remove: (jobIds: readonly string[]) => void
  /** Wipes what was deleted from the log and the backups; how many backups were written anew. */
  readonly scrub: () => Promise<number>
}

/** Deletes records for good: from the list, from what was paid for, from the log and from the backups. */
export type Deletion = (recordIds: readonly string[]) => Promise<Forgotten>

export function createDeletion({ stores, remove, scrub }: DeletionParts): Deletion {
  return async (recordIds) => {
    const ids = new Set(recordIds)
    const records = recordIds.flatMap((id) => stores.records.get(id) ?? [])
    if (records.length === 0) return { records: 0, images: 0, backups: 0 }
    const images = new Set(records.map(({ source }) => imageOf(source)))
    const jobs = stores.jobs.all().filter((job) => isOfRecords(job, ids) || isOfImages(job, images))
    remove(jobs.map(({ id }) => id))
    stores.together(() => {
      for (const { id } of records) stores.records.remove(id)
      for (const image of images) stores.paid.remove(image)
    })
    const waiting = jobs.filter((job) => !isOfRecords(job, ids))
    return { records: records.length, images: waiting.length, backups: await scrub() }
  }
}

const isOfRecords = ({ state }: Job, ids: ReadonlySet<string>): boolean =>
  ids.has(recordIdOf(state) ?? '')

/** Waits, or ended without a record, and has the same image. */
export const isOfImages = ({ state, source }: Job, images: ReadonlySet<string>): boolean =>
  state.kind !== 'done' && images.has(imageOf(source))
