import { type Job, recordIdOf } from '../../core/jobs/job.ts'
import { canRetry, isFreeToRetry, isOver, type JobEvent, step } from '../../core/jobs/step.ts'
import type { Failure } from '../../core/license/failure.ts'
import type { Reading } from '../../core/license/reading.ts'
import { type LicenseRecord, readAgain, type Source } from '../../core/license/record.ts'
import { fail, type Result } from '../../core/result.ts'
import type { Recognizer } from '../recognizers/recognizer.ts'
import type { JobStore, RecordStore } from '../store/stores.ts'

export interface QueueParts {
  readonly jobs: JobStore
  readonly records: RecordStore
  /** Asked for each job as it starts: a person may change it while others wait. */
  readonly recognizer: () => Recognizer
  readonly newId: () => string
  readonly now: () => Date
  /** How many jobs run at once, at most; asked again whenever one could start. */
  readonly concurrency: () => number
  readonly onJob: (job: Job) => void
  readonly onRecord: (record: LicenseRecord) => void
}

/** Drives jobs through a recognizer in order of arrival; every state is stored before the act it announces. */
export class Queue {
  readonly #parts: QueueParts
  readonly #running = new Map<
    string,
    { readonly abort: AbortController; readonly isPaid: boolean }
  >()
  #waiting: string[] = []
  #isClosed = false
  #rest: PromiseWithResolvers<void> | undefined

  constructor(parts: QueueParts) {
    this.#parts = parts
  }

  add(sources: readonly Source[]): readonly Job[] {
    const jobs = sources.map(
      (source): Job => ({ id: this.#parts.newId(), source, state: { kind: 'queued' } }),
    )
    for (const job of jobs) this.#keep(job)
    this.#waiting.push(...jobs.map(({ id }) => id))
    this.#fill()
    return jobs
  }

  /**
   * Without ids: everything that has not ended. What runs on a paid recognizer ends when that says how: a call that was
   * made is not made undone.
   */
  cancel(ids?: readonly string[]): void {
    const wanted = new Set(ids ?? this.#idsOf((job) => !isOver(job.state)))
    this.#waiting = this.#waiting.filter((id) => !wanted.has(id))
    for (const id of wanted) {
      const running = this.#running.get(id)
      running?.abort.abort()
      if (running?.isPaid === true) continue
      this.#apply(id, { kind: 'cancel' })
      this.#running.delete(id)
    }
    this.#fill()
  }

  /**
   * Without ids: everything that failed or was cancelled, never what may have been paid for. What was read is read
   * once more only when it is named and a reader missed it.
   */
  retry(ids?: readonly string[]): void {
    for (const id of ids ?? this.#idsOf((job) => isFreeToRetry(job.state))) {
      const job = this.#parts.jobs.get(id)
      if (job === undefined) continue
      if (canRetry(job.state)) this.#apply(id, { kind: 'retry' })
      else if (job.state.kind === 'done' && this.#standing(id)?.reading.missed !== undefined)
        this.#apply(id, { kind: 'read-again' })
      else continue
      this.#waiting.push(id)
    }
    this.#fill()
  }

  /** Resolves when nothing runs and nothing that could run waits. */
  idle(): Promise<void> {
    if (this.#isAtRest()) return Promise.resolve()
    this.#rest ??= Promise.withResolvers<void>()
    return this.#rest.promise
  }

  /** Starts nothing more; resolves when what runs has ended. What waits stays queued. */
  drain(): Promise<void> {
    this.#isClosed = true
    return this.idle()
  }

  #isAtRest(): boolean {
    return this.#running.size === 0 && (this.#isClosed || this.#waiting.length === 0)
  }

  #fill(): void {
    while (!this.#isClosed && this.#running.size < this.#parts.concurrency()) {
      const id = this.#waiting.shift()
      if (id === undefined) break
      const job = this.#apply(id, { kind: 'start' })
      if (job?.state.kind === 'running') void this.#run(job)
    }
    if (!this.#isAtRest()) return
    this.#rest?.resolve()
    this.#rest = undefined
  }

  async #run({ id, source }: Job): Promise<void> {
    const recognizer = this.#parts.recognizer()
    const running = { abort: new AbortController(), isPaid: recognizer.isPaid }
    this.#running.set(id, running)
    const start = performance.now()
    const outcome = await recognize(recognizer, source, running.abort.signal)
    const wasCancelled = this.#running.get(id) !== running
    if (wasCancelled) return
    this.#running.delete(id)
    const ms = performance.now() - start
    if (outcome.ok) {
      const by = outcome.value.recognizer ?? recognizer.id
      this.#succeed(id, { source, recognizer: by, ms, reading: outcome.value })
    } else this.#fail(id, outcome.error, recognizer.id)
    this.#fill()
  }

  #succeed(
    id: string,
    read: Pick<LicenseRecord, 'source' | 'recognizer' | 'reading' | 'ms'>,
  ): void {
    const { jobs, records, newId, now, onRecord } = this.#parts
    if (jobs.get(id) === undefined) return
    const before = this.#standing(id)
    const fresh = { ...read, readAt: now().toISOString(), ms: Math.round(read.ms) }
    const record: LicenseRecord =
      before === undefined ? { id: newId(), ...fresh, decisions: {} } : readAgain(before, fresh)
    records.put(record)
    onRecord(record)
    this.#apply(id, { kind: 'succeed', recordId: record.id })
  }

  /** A record that stands notes that a further reading was missed, and why. */
  #fail(id: string, failure: Failure, recognizer: string): void {
    const record = this.#standing(id)
    if (record !== undefined && failure.kind !== 'cancelled') {
      const missed = { recognizer, failure }
      const noted = { ...record, reading: { ...record.reading, missed } }
      this.#parts.records.put(noted)
      this.#parts.onRecord(noted)
    }
    this.#apply(id, { kind: 'fail', failure })
  }

  #standing(id: string): LicenseRecord | undefined {
    const { jobs, records } = this.#parts
    const job = jobs.get(id)
    const recordId = job && recordIdOf(job.state)
    return recordId === undefined ? undefined : records.get(recordId)
  }

  #idsOf(isWanted: (job: Job) => boolean): readonly string[] {
    return this.#parts.jobs
      .all()
      .filter(isWanted)
      .map(({ id }) => id)
  }

  #apply(id: string, event: JobEvent): Job | undefined {
    const job = this.#parts.jobs.get(id)
    if (job === undefined) return undefined
    const state = step(job.state, event)
    return state === job.state ? job : this.#keep({ ...job, state })
  }

  #keep(job: Job): Job {
    this.#parts.jobs.put(job)
    this.#parts.onJob(job)
    return job
  }
}

/** A recognizer that throws has a bug; that costs its item and not the batch. */
async function recognize(
  recognizer: Recognizer,
  source: Source,
  signal: AbortSignal,
): Promise<Result<Reading, Failure>> {
  try {
    return await recognizer.recognize(source, signal)
  } catch (error) {
    const message = error instanceof Error ? error.name : 'thrown'
    return fail({ kind: 'engine-crashed', message: `the recognizer threw: ${message}` })
  }
}
