import type { Job } from '../../core/jobs/job.ts'
import { type JobEvent, step } from '../../core/jobs/step.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import type { Stores } from '../store/stores.ts'

export interface WriteParts {
  readonly stores: Pick<Stores, 'jobs' | 'records' | 'together'>
  readonly onJob: (job: Job) => void
  readonly onRecord: (record: LicenseRecord) => void
}

interface Change {
  /** Puts a job on the list. */
  readonly keep: (job: Job) => void
  readonly keepRecord: (record: LicenseRecord) => void
  /** Lets something happen to a job that is on the list. */
  readonly apply: (id: string, event: JobEvent) => void
}

/** Makes changes that stand or fall together; throws a `StoreProblem` when they fall. */
export type Write = (act: (change: Change) => void) => void

/** Who listens hears of changes when they stand. */
export const createWrite =
  ({ stores: { jobs, records, together }, onJob, onRecord }: WriteParts): Write =>
  (act) => {
    const news: (() => void)[] = []
    const keep = (job: Job): void => {
      jobs.put(job)
      news.push(() => onJob(job))
    }
    const keepRecord = (record: LicenseRecord): void => {
      records.put(record)
      news.push(() => onRecord(record))
    }
    const apply = (id: string, event: JobEvent): void => {
      const job = jobs.get(id)
      const state = job && step(job.state, event)
      if (job !== undefined && state !== undefined && state !== job.state) keep({ ...job, state })
    }
    together(() => act({ keep, keepRecord, apply }))
    for (const tell of news) tell()
  }
