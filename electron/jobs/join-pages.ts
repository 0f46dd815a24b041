import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import { firstPageFor } from '../../core/license/first-page.ts'
import { type LicenseRecord, licenseOf } from '../../core/license/record.ts'
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

  /** Records of a number, without opening the others on the list: a long one would take seconds. */
  const ofNumber = (idNumber: string, all: readonly Job[]): readonly LicenseRecord[] => {
    const onList = new Set(all.flatMap(({ state }) => recordIdsOf(state)))
    return records
      .find({ person: idNumber })
      .matches.filter(({ id }) => onList.has(id))
      .flatMap(({ id }) => records.get(id) ?? [])
  }

  return {
    look(job) {
      const its = loosePage(job)
      const own = its === undefined ? recordsOf(job, records) : []
      const numbers = new Set([...own.map((one) => licenseOf(one).id_num), its?.number.value ?? ''])
      numbers.delete('')
      if (numbers.size === 0) return
      const all = jobs.all()
      for (const number of numbers) {
        const loose = all.flatMap((one) => {
          const page = loosePage(one)
          return page?.number.value === number ? [{ job: one, page }] : []
        })
        const [only] = loose
        if (only === undefined || loose.length > 1) continue
        const first = firstPageFor(only.page, ofNumber(number, all))
        if (first.kind === 'sure') joinThem(only.job, only.page, first.record)
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
