import type { DeskChange, Refusal } from '../../core/ipc/contract.ts'
import { type Job, type JobState, recordIdsOf } from '../../core/jobs/job.ts'
import { isOver } from '../../core/jobs/step.ts'
import { isSureSecondPage, takesSecondPage } from '../../core/license/first-page.ts'
import type { Failure } from '../../core/license/failure.ts'
import type { LicenseRecord, Source } from '../../core/license/record.ts'
import { type Review, review } from '../../core/license/review.ts'
import type { CheckContext } from '../../core/license/rules/context.ts'
import type { Desk } from '../desk/desk.ts'
import { placeOf } from '../intake/intake.ts'
import type { Intake } from '../intake/without-file.ts'

/** What became of one license, or of one thing that came in and holds none. */
export type ScanResult =
  | { readonly kind: 'read'; readonly record: LicenseRecord; readonly review: Review }
  | { readonly kind: 'failed'; readonly source: Source; readonly failure: Failure }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** One thing that came in, and has ended. */
export interface Ended {
  /** Nothing where it was refused. */
  readonly source?: Source
  /**
   * What became of it, as it stands now; none where it became a part of what stands before or behind it.
   * @param written ids of records that were given as they were before: one that it became a part of comes anew
   */
  readonly results: (written?: ReadonlySet<string>) => readonly ScanResult[]
  /** Whether what else came in may still change that. */
  readonly isOpen: () => boolean
}

export interface ResultsWish {
  /** `YYYY-MM-DD` */
  readonly today: string
  /** Aborted when nothing more comes: what has not ended by then is left out. */
  readonly over: AbortSignal
  /** The two pages of a license become one, also where they come as two images. */
  readonly joinsPages: boolean
  /** The day on which a rented car comes back, where a rental is judged. */
  readonly returnDate?: string | undefined
}

/** What the desk tells from now on. */
interface Heard {
  readonly jobs: ReadonlyMap<string, Job>
  readonly records: ReadonlyMap<string, LicenseRecord>
  readonly removed: ReadonlySet<string>
  /** Looks at all that is there, also at what is told in a moment only. */
  readonly lookAround: () => void
  /** Resolves with the next change, or when nothing more comes. */
  readonly next: () => Promise<void>
  readonly stop: () => void
}

/** Watches what becomes of things that come in from now on. */
export interface Results {
  /** Gives each as soon as it and all before it have ended; once, for then it is over. */
  inOrder(entries: Intake['inOrder']): AsyncGenerator<Ended>
}

export function watchResults(desk: Desk, wish: ResultsWish): Results {
  const { today, over, joinsPages, returnDate } = wish
  const context = { today, ...(returnDate !== undefined && { returnDate }) }
  const heard = hear(desk, over)
  const { jobs, records, removed } = heard

  const endedJob = (
    id: string,
    elsewhere: (source: Source, written: ReadonlySet<string>) => LicenseRecord | undefined,
  ): Ended => {
    const job = (): Job | undefined => (removed.has(id) ? undefined : jobs.get(id))
    const source = jobs.get(id)?.source
    return {
      ...(source && { source }),
      results(written = nothing) {
        const now = job()
        if (now !== undefined) return resultsOf(now, records, context)
        const record = source && elsewhere(source, written)
        return record === undefined ? [] : [readResult(record, context)]
      },
      isOpen() {
        const now = job()
        return joinsPages && now !== undefined && isOpen(now, records)
      },
    }
  }

  return {
    async *inOrder(entries) {
      const ids = entries.filter((entry) => typeof entry === 'string')
      /** The record that a page was joined to, of an earlier run or written before: it stands in no line that comes. */
      const elsewhere = (
        source: Source,
        written: ReadonlySet<string>,
      ): LicenseRecord | undefined => {
        const own = new Set(ids.flatMap((id) => recordIdsOf(jobs.get(id)?.state)))
        return [...records.values()].find(
          ({ id, joined }) =>
            joined != null &&
            placeOf(joined.source) === placeOf(source) &&
            (!own.has(id) || written.has(id)),
        )
      }
      heard.lookAround()
      try {
        for (const entry of entries) {
          if (typeof entry !== 'string') {
            yield { results: () => [{ kind: 'refused', refusal: entry }], isOpen: () => false }
            continue
          }
          while (!over.aborted && !removed.has(entry) && !hasEnded(jobs.get(entry)))
            await heard.next()
          if (removed.has(entry) || hasEnded(jobs.get(entry))) yield endedJob(entry, elsewhere)
        }
      } finally {
        heard.stop()
      }
    },
  }
}

const nothing: ReadonlySet<string> = new Set()

function hear(desk: Desk, over: AbortSignal): Heard {
  const jobs = new Map<string, Job>()
  const records = new Map<string, LicenseRecord>()
  const removed = new Set<string>()
  let changed = Promise.withResolvers<void>()
  const wake = (): void => {
    changed.resolve()
    changed = Promise.withResolvers()
  }
  const note = (news: Pick<DeskChange, 'jobs' | 'records' | 'removedJobIds'>): void => {
    for (const job of news.jobs) jobs.set(job.id, job)
    for (const record of news.records) records.set(record.id, record)
    for (const id of news.removedJobIds) removed.add(id)
    wake()
  }
  const stop = desk.onChange(note)
  over.addEventListener('abort', wake, { once: true })
  const lookAround = (): void => note({ ...desk.snapshot(), removedJobIds: [] })
  lookAround()
  return {
    lookAround,
    jobs,
    records,
    removed,
    next: () => changed.promise,
    stop() {
      stop()
      over.removeEventListener('abort', wake)
    },
  }
}

/** Whether the other page of its license may still come. */
const isOpen = ({ state }: Job, records: ReadonlyMap<string, LicenseRecord>): boolean =>
  state.kind === 'failed' && state.failure.secondPage !== undefined
    ? isSureSecondPage(state.failure.secondPage)
    : recordIdsOf(state)
        .flatMap((id) => records.get(id) ?? [])
        .some(takesSecondPage)

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
  context: CheckContext,
): readonly ScanResult[] {
  const failed: ScanResult = { kind: 'failed', source, failure: failureOf(state) }
  if (state.kind !== 'done') return [failed]
  return state.recordIds.map((id) => {
    const record = records.get(id)
    return record === undefined ? failed : readResult(record, context)
  })
}

const readResult = (record: LicenseRecord, context: CheckContext): ScanResult => ({
  kind: 'read',
  record,
  review: review(record, context),
})
