import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import { firstPageFor } from '../../core/license/first-page.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import type { SecondPage } from '../../core/license/second-page.ts'
import type { Note } from '../records/note.ts'
import type { Stores } from '../store/stores.ts'
import { recordsOf } from './records-of.ts'

export interface JoinParts {
  readonly stores: Pick<Stores, 'jobs' | 'records' | 'together'>
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
  const { stores, note } = parts
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

  const readOnList = (): LicenseRecord[] => jobs.all().flatMap((job) => recordsOf(job, records))

  return {
    look(job) {
      const page = loosePage(job)
      if (page === undefined && recordIdsOf(job.state).length === 0) return
      const all = readOnList()
      const loose =
        page === undefined
          ? jobs.all().flatMap((one) => {
              const its = loosePage(one)
              return its === undefined ? [] : [{ job: one, page: its }]
            })
          : [{ job, page }]
      const mine = new Set(page === undefined ? recordIdsOf(job.state) : all.map(({ id }) => id))
      for (const one of loose) {
        const first = firstPageFor(one.page, all)
        const rivals = loose.filter(({ page: other }) => isSame(other, one.page))
        if (first.kind === 'sure' && rivals.length === 1 && mine.has(first.record.id))
          joinThem(one.job, one.page, first.record)
      }
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
      const isOnList = readOnList().some(({ id }) => id === recordId)
      if (record?.joined == null || page === undefined || !isOnList) return undefined
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
      parts.onRecord(apart)
      parts.onJob(job)
      return apart
    },
  }
}

/** What was read of an image that is a second page and nothing else. */
const loosePage = ({ state }: Job): SecondPage | undefined =>
  state.kind === 'failed' && state.failure.kind === 'second-page'
    ? state.failure.secondPage
    : undefined

const isSame = (one: SecondPage, other: SecondPage): boolean =>
  one.number.value === other.number.value
