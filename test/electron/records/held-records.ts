import type { AuditEntry } from '../../../core/audit/entry.ts'
import type { Job } from '../../../core/jobs/job.ts'
import type { LicenseRecord, Source } from '../../../core/license/record.ts'
import { namedBy, takeOffNamed } from '../../../electron/jobs/take-off.ts'
import { createDeletion } from '../../../electron/records/deletion.ts'
import { createNote } from '../../../electron/records/note.ts'
import { createPurge } from '../../../electron/records/purge.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import type { Stores } from '../../../electron/store/stores.ts'
import { readAs, recordWith } from '../../core/license/sample.ts'

export const now = (): Date => new Date('2021-06-15T08:00:00.000Z')

export const sourceOf = (image: string): Source => ({
  path: `/cards/${image}.jpg`,
  name: `${image}.jpg`,
  page: 1,
  image,
})

/** A record of some image: `daysAgo` it was read. */
export function heldRecord(id: string, image: string, daysAgo = 0, number?: string): LicenseRecord {
  const changed = number === undefined ? {} : { id_num: readAs(number) }
  const readAt = new Date(now().getTime() - daysAgo * 86_400_000).toISOString()
  return { ...recordWith(changed), id, source: sourceOf(image), readAt }
}

export const doneJob = (id: string, { id: recordId, source }: LicenseRecord): Job => ({
  id,
  source,
  state: { kind: 'done', recordIds: [recordId] },
})

export const waitingJob = (id: string, image: string): Job => ({
  id,
  source: sourceOf(image),
  state: { kind: 'queued' },
})

/** Records in memory, with everything that can be done to them. */
export function held(records: readonly LicenseRecord[], jobs: readonly Job[] = []) {
  const stores: Stores = createMemoryStores()
  for (const record of records) stores.records.put(record)
  for (const job of jobs) stores.jobs.put(job)
  const scrubbed: string[][] = []
  const faults: Error[] = []
  const note = createNote(stores.audit, 'desk', now)
  const takeOff = (ids: readonly string[], alongside: () => void): void =>
    stores.together(() => {
      takeOffNamed(namedBy(ids, stores.jobs.all()), stores)
      alongside()
    })
  const scrub = async (): Promise<number> => {
    const fault = faults.shift()
    if (fault !== undefined) throw fault
    scrubbed.push(stores.records.find({}).matches.map(({ id }) => id))
    return 7
  }
  return {
    stores,
    deletion: createDeletion({ stores, note, remove: takeOff, scrub }),
    purge: createPurge({ stores, note, putAway: takeOff, scrub }),
    note,
    /** What was left at each time the log and the backups were wiped. */
    scrubbed,
    /** With what the next wipes fail. */
    faults,
    ids: (): string[] => stores.records.find({}).matches.map(({ id }) => id),
    /** What was written down, oldest first: `act subject count`. */
    noted: (): string[] => stores.audit.newest(100).toReversed().map(inShort),
  }
}

const inShort = ({ act, subject, count }: AuditEntry): string => `${act} ${subject} ${count}`
