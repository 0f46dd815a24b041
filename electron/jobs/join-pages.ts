import type { Job } from '../../core/jobs/job.ts'
import { firstPageFor } from '../../core/license/first-page.ts'
import { type LicenseRecord, licenseOf } from '../../core/license/record.ts'
import type { SecondPage } from '../../core/license/second-page.ts'
import type { Note } from '../records/note.ts'
import type { Stores } from '../store/stores.ts'
import { loosePage, type OnList } from './on-list.ts'
import { recordsOf } from './records-of.ts'

export interface JoinParts {
  readonly stores: Pick<Stores, 'jobs' | 'records' | 'together'>
  readonly onList: Pick<OnList, 'see' | 'loosePages' | 'hasRecord'>
  readonly note: Note
  readonly newId: () => string
  readonly onJob: (job: Job) => void
  readonly onRecord: (record: LicenseRecord) => void
  readonly onRemoved: (job: Job) => void
}

/** Joins the first and the second page of one license that came as two images, and takes them apart again. */
export interface JoinPages {
  /** An image was read: what surely belongs to it, or it to what, becomes one record. */
  look(job: Job): void
  /** A person says that they belong together; nothing where one of them is not there any more. */
  join(jobId: string, recordId: string): LicenseRecord | undefined
  /** The second page stands by itself again, and is not joined by itself any more. */
  takeApart(recordId: string): LicenseRecord | undefined
}

export function createJoinPages(parts: JoinParts): JoinPages {
  const { stores, note, onList } = parts
  const { jobs, records } = stores

  const joinThem = (job: Job, page: SecondPage, record: LicenseRecord): LicenseRecord => {
    const joined: LicenseRecord = {
      ...record,
      reading: { ...record.reading, secondPage: page },
      joined: { source: job.source },
    }
    stores.together(() => {
      records.put(joined)
      // What is kept of an image without a file stays with the record.
      jobs.remove(job.id)
      note('pages-joined', { subject: record.id })
    })
    parts.onRemoved(job)
    parts.onRecord(joined)
    return joined
  }

  /** On the list, of that number as it stands. */
  const recordsOfNumber = (number: string): readonly LicenseRecord[] =>
    records
      .find({ person: number })
      .matches.filter(({ id }) => onList.hasRecord(id))
      .flatMap(({ id }) => records.get(id) ?? [])

  const joinIfSure = (number: string): void => {
    if (number === '') return
    const [only, rival] = onList.loosePages(number)
    if (only === undefined || rival !== undefined) return
    const first = firstPageFor(only.page, recordsOfNumber(number))
    if (first.kind === 'sure') joinThem(only.job, only.page, first.record)
  }

  return {
    look(job) {
      const numbers = [
        loosePage(job)?.number.value ?? '',
        ...recordsOf(job, records).map((record) => licenseOf(record).id_num),
      ]
      new Set(numbers).forEach(joinIfSure)
    },
    join(jobId, recordId) {
      const job = jobs.get(jobId)
      const page = job && loosePage(job)
      const record = records.get(recordId)
      if (job === undefined || page === undefined || record === undefined) return undefined
      if (record.reading.secondPage !== undefined) return undefined
      return joinThem(job, page, record)
    },
    takeApart(recordId) {
      const record = records.get(recordId)
      const page = record?.reading.secondPage
      if (record?.joined == null || page === undefined || !onList.hasRecord(recordId))
        return undefined
      const { secondPage: _page, ...reading } = record.reading
      const apart: LicenseRecord = { ...record, reading, joined: null }
      const job: Job = {
        id: parts.newId(),
        source: record.joined.source,
        state: {
          kind: 'failed',
          failure: { kind: 'second-page', message: 'taken apart', secondPage: page },
        },
      }
      stores.together(() => {
        records.put(apart)
        jobs.put(job)
        note('pages-taken-apart', { subject: record.id })
      })
      onList.see(job)
      parts.onRecord(apart)
      parts.onJob(job)
      return apart
    },
  }
}
