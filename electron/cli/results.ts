import type { Refusal } from '../../core/ipc/contract.ts'
import type { Job, JobState } from '../../core/jobs/job.ts'
import { isOver } from '../../core/jobs/step.ts'
import type { Failure } from '../../core/license/failure.ts'
import type { LicenseRecord, Source } from '../../core/license/record.ts'
import { type Review, review } from '../../core/license/review.ts'
import type { Desk, Intake } from '../desk/desk.ts'

/** What became of one license, or of one thing that came in and holds none. */
export type ScanResult =
  | { readonly kind: 'read'; readonly record: LicenseRecord; readonly review: Review }
  | { readonly kind: 'failed'; readonly source: Source; readonly failure: Failure }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/**
 * Gives the results of each thing that came in as soon as they and all before them are there.
 * @param today `YYYY-MM-DD`
 * @param over aborted when nothing more comes: what has not ended by then is left out
 * @param returnDate the day a rented car comes back, where a rental is judged; here and below
 */
export async function* resultsInOrder(
  desk: Desk,
  inOrder: Intake['inOrder'],
  today: string,
  over: AbortSignal,
  returnDate?: string,
): AsyncGenerator<readonly ScanResult[]> {
  const jobs = new Map<string, Job>()
  const records = new Map<string, LicenseRecord>()
  let changed = Promise.withResolvers<void>()
  const wake = (): void => {
    changed.resolve()
    changed = Promise.withResolvers()
  }
  const note = (news: {
    readonly jobs: readonly Job[]
    readonly records: readonly LicenseRecord[]
  }): void => {
    for (const job of news.jobs) jobs.set(job.id, job)
    for (const record of news.records) records.set(record.id, record)
    wake()
  }
  const stop = desk.onChange(note)
  over.addEventListener('abort', wake, { once: true })
  note(desk.snapshot())
  try {
    for (const entry of inOrder) {
      if (typeof entry !== 'string') yield [{ kind: 'refused', refusal: entry }]
      else {
        while (!over.aborted && !hasEnded(jobs.get(entry))) await changed.promise
        const job = jobs.get(entry)
        if (job !== undefined && hasEnded(job)) yield resultsOf(job, records, today, returnDate)
      }
    }
  } finally {
    stop()
    over.removeEventListener('abort', wake)
  }
}

const hasEnded = (job: Job | undefined): boolean => job !== undefined && isOver(job.state)

function failureOf(state: JobState): Failure {
  if ('failure' in state) return state.failure
  return state.kind === 'done'
    ? { kind: 'record-unreadable', message: 'what was read cannot be opened any more' }
    : { kind: 'cancelled', message: 'cancelled' }
}

/** Of a job that has ended: one of each license, at least one. */
export function resultsOf(
  { source, state }: Job,
  records: ReadonlyMap<string, LicenseRecord>,
  today: string,
  returnDate?: string,
): readonly ScanResult[] {
  const failed: ScanResult = { kind: 'failed', source, failure: failureOf(state) }
  if (state.kind !== 'done') return [failed]
  const context = { today, ...(returnDate !== undefined && { returnDate }) }
  return state.recordIds.map((id) => {
    const record = records.get(id)
    return record === undefined ? failed : { kind: 'read', record, review: review(record, context) }
  })
}
