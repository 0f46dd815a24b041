import type { AuditAct } from '../../core/audit/entry.ts'
import type { Forgotten } from '../../core/ipc/held.ts'
import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import { imageOf, licenseOf, type LicenseRecord } from '../../core/license/record.ts'
import type { Stores } from '../store/stores.ts'
import { withMembers } from './family.ts'
import { figuresOf } from './figures.ts'
import type { Note } from './note.ts'
import { removeRecords } from './remove-records.ts'

export interface DeletionParts {
  readonly stores: Pick<Stores, 'jobs' | 'records' | 'images' | 'paid' | 'merged' | 'figures'>
  readonly note: Note
  /**
   * Takes lines off the desk's list, by the ids of their records or jobs, and tells the window; `alongside` stands or
   * falls with it.
   */
  readonly remove: (ids: readonly string[], alongside: () => void) => void
  /** Wipes what was deleted from the log and the backups; how many backups were written anew. */
  readonly scrub: () => Promise<number>
}

/** What the audit log tells of a deletion, besides the count. */
interface DeletionNote {
  readonly act: AuditAct
  readonly subject?: string
}

/**
 * Deletes records for good, with those that they stand for: from the list, from what was paid for images that no other record has, from the log and
 * from the backups. Where there are none it still wipes what an earlier deletion could not.
 */
export type Deletion = (
  recordIds: readonly string[],
  noted: DeletionNote,
  /** What stands or falls with it. */
  alongside?: () => void,
) => Promise<Forgotten>

export function createDeletion({ stores, note, remove, scrub }: DeletionParts): Deletion {
  /** What was paid for an image stays as long as another record has it, unless it tells of somebody who is in none. */
  const mayStay = (image: string, { numbers }: Traces): boolean => {
    const staying = stores.records.ofImage(image)
    const call = stores.paid.get(image)
    if (staying.length === 0 || call?.kind !== 'answered' || !call.outcome.ok)
      return staying.length > 0
    const others = tracesOf(staying.flatMap((id) => stores.records.get(id) ?? [])).numbers
    return call.outcome.value
      .map(({ fields }) => fields.id_num.value)
      .every((number) => !numbers.has(number) || others.has(number))
  }

  return async (recordIds, { act, subject = '' }, alongside) => {
    const ids = new Set(withMembers(recordIds, stores.merged.all()))
    const there = [...ids].filter((id) => stores.records.has(id))
    if (there.length === 0) return { records: 0, images: 0, backups: await scrub() }
    const readable = there.flatMap((id) => stores.records.get(id) ?? [])
    const traces = tracesOf(readable)
    const waiting = stores.jobs.all().filter((job) => isTrace(job, traces))
    remove([...there, ...waiting.map(({ id }) => id)], () => {
      stores.figures.add(figuresOf(readable))
      removeRecords(there, stores)
      for (const image of traces.images) if (!mayStay(image, traces)) stores.paid.remove(image)
      alongside?.()
      note(act, { subject, count: there.length })
    })
    return { records: there.length, images: waiting.length, backups: await scrub() }
  }
}

/** What else on the list may tell of the people of some records. */
export interface Traces {
  readonly images: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
}

export const tracesOf = (records: readonly LicenseRecord[]): Traces => ({
  images: new Set(records.map(({ source }) => imageOf(source))),
  numbers: new Set(
    records
      .flatMap((record) => [record.reading.fields.id_num.value, licenseOf(record).id_num])
      .filter((number) => number !== ''),
  ),
})

/** Waits, or ended without a record, and has the same image, or is the second page of the same license. */
export function isTrace({ state, source }: Job, { images, numbers }: Traces): boolean {
  if (recordIdsOf(state).length > 0) return false
  return images.has(imageOf(source)) || numbers.has(numberOnSecondPage(state))
}

/** Waits, or ended without a record, and nothing tells whose it is. */
export const isUnread = (job: Job, traces: Traces): boolean =>
  recordIdsOf(job.state).length === 0 &&
  !isTrace(job, traces) &&
  numberOnSecondPage(job.state) === ''

const numberOnSecondPage = (state: Job['state']): string =>
  (state.kind === 'failed' ? state.failure.secondPage?.number.value : undefined) ?? ''
