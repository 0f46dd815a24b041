import type { AuditAct } from '../../core/audit/entry.ts'
import type { Forgotten } from '../../core/ipc/held.ts'
import { type Job, recordIdOf } from '../../core/jobs/job.ts'
import { imageOf } from '../../core/license/record.ts'
import type { Stores } from '../store/stores.ts'
import type { Note } from './note.ts'

export interface DeletionParts {
  readonly stores: Pick<Stores, 'jobs' | 'records' | 'paid'>
  readonly note: Note
  /** Takes jobs off the desk's list, with their records, and tells the window; `alongside` stands or falls with it. */
  readonly remove: (jobIds: readonly string[], alongside: () => void) => void
  /** Wipes what was deleted from the log and the backups; how many backups were written anew. */
  readonly scrub: () => Promise<number>
}

/** What the audit log tells of a deletion, besides the count. */
interface DeletionNote {
  readonly act: AuditAct
  readonly subject?: string
}

/**
 * Deletes records for good: from the list, from what was paid for images that no other record has, from the log and
 * from the backups. Where there are none it still wipes what an earlier deletion could not.
 */
export type Deletion = (recordIds: readonly string[], noted: DeletionNote) => Promise<Forgotten>

export function createDeletion({ stores, note, remove, scrub }: DeletionParts): Deletion {
  return async (recordIds, { act, subject = '' }) => {
    const ids = new Set(recordIds)
    const there = [...ids].filter((id) => stores.records.has(id))
    if (there.length === 0) return { records: 0, images: 0, backups: await scrub() }
    const readable = there.flatMap((id) => stores.records.get(id) ?? [])
    const images = new Set(readable.map(({ source }) => imageOf(source)))
    const jobs = stores.jobs.all().filter((job) => isOfRecords(job, ids) || isOfImages(job, images))
    remove(
      jobs.map(({ id }) => id),
      () => {
        for (const id of there) stores.records.remove(id)
        for (const image of images)
          if (stores.records.ofImage(image).length === 0) stores.paid.remove(image)
        note(act, { subject, count: there.length })
      },
    )
    const waiting = jobs.filter((job) => !isOfRecords(job, ids))
    return { records: there.length, images: waiting.length, backups: await scrub() }
  }
}

const isOfRecords = ({ state }: Job, ids: ReadonlySet<string>): boolean =>
  ids.has(recordIdOf(state) ?? '')

/** Waits, or ended without a record, and has the same image. */
export const isOfImages = ({ state, source }: Job, images: ReadonlySet<string>): boolean =>
  state.kind !== 'done' && images.has(imageOf(source))
