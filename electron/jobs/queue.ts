import type { Pause } from '../../core/ipc/contract.ts'
import { type Job, type RecordIds, recordIdsOf } from '../../core/jobs/job.ts'
import { canRetry, isFreeToRetry, isOver, type JobEvent } from '../../core/jobs/step.ts'
import type { Failure } from '../../core/license/failure.ts'
import type { Readings } from '../../core/license/reading.ts'
import { imageOf, type LicenseRecord, type Source } from '../../core/license/record.ts'
import { fail, type Result } from '../../core/result.ts'
import type { Note } from '../records/note.ts'
import type { Recognizer, Trip } from '../recognizers/recognizer.ts'
import { faultOf, StoreProblem } from '../store/store-problem.ts'
import type { Stores } from '../store/stores.ts'
import { hasRoom, letGoOn, type Placed, waitForTurn } from './places.ts'
import { keptOf, recordsOf } from './records-of.ts'
import { createWrite, type Write, type WriteParts } from './write.ts'

export interface QueueParts extends WriteParts {
  readonly stores: Pick<Stores, 'jobs' | 'records' | 'paid' | 'together'>
  /** Asked for each job as it starts: a person may change it while others wait. */
  readonly recognizer: () => Recognizer
  readonly newId: () => string
  readonly now: () => Date
  /** How many jobs are worked on here at once, and how many outside; asked again whenever one could start. */
  readonly concurrency: () => number
  readonly note: Note
  readonly onPause: (pause: Pause) => void
}

type Outcome = Result<Readings, Failure>

interface Running extends Placed {
  readonly abort: AbortController
  readonly recognizer: Recognizer
  /** The image left, or may have: what comes of it must be heard. */
  hasLeft: boolean
  /** What came of it, while that could not be written down. */
  unsaved?: () => void
}

const lostAtEnd: Failure = {
  kind: 'outcome-unknown',
  message: 'the program ended while the call was out',
}

/**
 * Drives jobs through a recognizer in order of arrival; every state is written down before the act it announces. When
 * it cannot be, the queue pauses, and keeps in memory what came of the calls that were out.
 */
export class Queue {
  readonly #parts: QueueParts
  readonly #write: Write
  readonly #running = new Map<string, Running>()
  /** Of jobs that were cancelled or put back too, until their recognizer is through. */
  readonly #underWay = new Set<Promise<unknown>>()
  #pause: Pause = 'none'
  /** A job may be waiting; not known before it was looked for. */
  #mayWait = true
  #isClosed = false
  #rest: PromiseWithResolvers<void> | undefined

  constructor(parts: QueueParts) {
    this.#parts = parts
    this.#write = createWrite(parts)
  }

  get pause(): Pause {
    return this.#pause
  }

  /** Takes up what an earlier run left behind. */
  takeUp(): void {
    this.#orPause(() => this.#putBackStranded())
    this.#fill()
  }

  /** @param alongside written down together with the jobs */
  add(sources: readonly Source[], alongside?: () => void): readonly Job[] {
    const jobs = sources.map(
      (source): Job => ({ id: this.#parts.newId(), source, state: { kind: 'queued' } }),
    )
    this.#write(({ keep }) => {
      alongside?.()
      jobs.forEach(keep)
      if (jobs.length > 0) this.#parts.note('images-added', { count: jobs.length })
    })
    this.#mayWait = true
    this.#fill()
    return jobs
  }

  /**
   * Without ids: everything that has not ended. What runs on a paid recognizer ends when that says how: a call that was
   * made is not made undone.
   */
  cancel(ids?: readonly string[]): void {
    const wanted = new Set(ids ?? this.#idsOf((job) => !isOver(job.state)))
    const runs = [...wanted].flatMap((id) => this.#running.get(id) ?? [])
    for (const { abort } of runs) abort.abort()
    const over = [...wanted].filter((id) => this.#running.get(id)?.recognizer.isPaid !== true)
    this.#write(({ apply }) => over.forEach((id) => apply(id, { kind: 'cancel' })))
    for (const id of over) this.#running.delete(id)
    this.#fill()
  }

  /**
   * Without ids: everything that failed or was cancelled, never what may have been paid for. What ended in a call is
   * sent again: that is what the person wants. What was read is read once more only when it is named and a reader
   * missed it.
   */
  retry(ids?: readonly string[]): void {
    const { jobs } = this.#parts.stores
    this.#write(({ apply }) => {
      for (const id of ids ?? this.#idsOf((job) => isFreeToRetry(job.state))) {
        const job = jobs.get(id)
        const event = job && this.#againOf(job)
        if (job === undefined || event === undefined) continue
        if (job.state.kind !== 'cancelled') this.#forgetCall(imageOf(job.source))
        if (job.state.kind === 'unknown' || event.kind === 'read-again')
          this.#parts.note('image-sent-again', { subject: id })
        apply(id, event)
      }
    })
    this.#mayWait = true
    this.#fill()
  }

  /** Reads once more what was read and is named, whatever came of it; an answer that was paid for is not paid again. */
  readAgain(ids: readonly string[]): void {
    this.#write(({ apply }) => {
      for (const id of ids)
        if (this.#parts.stores.jobs.get(id)?.state.kind === 'done')
          apply(id, { kind: 'read-again' })
    })
    this.#mayWait = true
    this.#fill()
  }

  /** Puts images that were read before, and were put away, on the list again, and reads them once more. */
  recall(images: readonly { readonly source: Source; readonly recordIds: RecordIds }[]): void {
    this.#write(({ keep }) => {
      for (const { source, recordIds } of images)
        keep({ id: this.#parts.newId(), source, state: { kind: 'queued', recordIds } })
      if (images.length > 0) this.#parts.note('images-added', { count: images.length })
    })
    this.#mayWait = true
    this.#fill()
  }

  /** Starts nothing more until `resume`, and has what waits for its turn wait; what runs else goes on. */
  hold(): void {
    this.#setPause('person')
  }

  /** Writes down first what could not be written before. */
  resume(): void {
    this.#setPause('none')
    this.#orPause(() => {
      for (const { unsaved } of this.#running.values()) unsaved?.()
      this.#putBackStranded()
    })
    this.#fill()
  }

  /** Resolves when nothing runs and nothing that could run waits. */
  idle(): Promise<void> {
    if (this.#isAtRest()) return Promise.resolve()
    this.#rest ??= Promise.withResolvers<void>()
    return this.#rest.promise
  }

  /** How many calls are out, whose answers are waited for. */
  get out(): number {
    return [...this.#running.values()].filter(({ hasLeft, unsaved }) => hasLeft && !unsaved).length
  }

  /**
   * Starts nothing more; what has not left is put back for the next start; resolves when every call has ended, and every
   * recognizer has tidied up behind itself.
   * @param hurry what is still out then ends at once, and its outcome is not known
   */
  async drain(hurry?: AbortSignal): Promise<void> {
    this.#isClosed = true
    const endAll = (): void => this.#running.forEach(({ abort }) => abort.abort())
    hurry?.addEventListener('abort', endAll)
    if (hurry?.aborted === true) endAll()
    const here = [...this.#running].filter(([, { hasLeft, unsaved }]) => !hasLeft && !unsaved)
    this.#leaveForNextStart(here.map(([id]) => id))
    await this.idle()
    await Promise.all(this.#underWay)
  }

  #leaveForNextStart(ids: readonly string[]): void {
    for (const id of ids) {
      this.#running.get(id)?.abort.abort()
      this.#running.delete(id)
    }
    this.#putBack(ids)
    this.#wakeAtRest()
  }

  #isAtRest(): boolean {
    if (!this.#goesOn())
      return [...this.#running.values()].every(
        ({ unsaved, place }) => unsaved !== undefined || place.kind === 'waiting',
      )
    return this.#running.size === 0 && !this.#mayWait
  }

  #wakeAtRest(): void {
    if (!this.#isAtRest()) return
    this.#rest?.resolve()
    this.#rest = undefined
  }

  #fill(): void {
    while (this.#mayStart()) {
      const job = this.#orPause(() => this.#parts.stores.jobs.claim())
      if (job === undefined) {
        this.#mayWait = this.#pause !== 'none'
        break
      }
      this.#parts.onJob(job)
      void this.#run(job)
    }
    if (this.#goesOn()) letGoOn(this.#running.values(), this.#parts.concurrency())
    this.#wakeAtRest()
  }

  #mayStart(): boolean {
    return (
      this.#mayWait && this.#goesOn() && hasRoom(this.#running.values(), this.#parts.concurrency())
    )
  }

  #goesOn(): boolean {
    return !this.#isClosed && this.#pause === 'none'
  }

  async #run({ id, source }: Job): Promise<void> {
    const running: Running = {
      abort: new AbortController(),
      recognizer: this.#parts.recognizer(),
      hasLeft: false,
      place: { kind: 'here' },
    }
    this.#running.set(id, running)
    const start = performance.now()
    const recognition = recognize(running, source, {
      leaves() {
        running.hasLeft = true
      },
      isBack: () => {
        running.hasLeft = false
        if (this.#isClosed) this.#leaveForNextStart([id])
      },
      turn: () => {
        const turn = waitForTurn(running, running.abort.signal)
        this.#fill()
        return turn
      },
    })
    this.#underWay.add(recognition)
    const outcome = await recognition.finally(() => this.#underWay.delete(recognition))
    const ms = performance.now() - start
    const wasCancelled = this.#running.get(id) !== running
    if (wasCancelled) return
    if (outcome instanceof StoreProblem) {
      this.#running.delete(id)
      this.#setPause(faultOf(outcome))
      this.#putBack([id])
    } else {
      running.unsaved = () => {
        this.#finish(id, { source, recognizer: running.recognizer.id, ms: Math.round(ms) }, outcome)
        this.#running.delete(id)
      }
      this.#orPause(running.unsaved)
    }
    this.#fill()
  }

  #finish(
    id: string,
    read: Pick<LicenseRecord, 'source' | 'recognizer' | 'ms'>,
    outcome: Outcome,
  ): void {
    const { stores, newId, now, note } = this.#parts
    const job = stores.jobs.get(id)
    if (job === undefined) return
    const before = recordsOf(job, stores.records)
    if (!outcome.ok) {
      const { error: failure } = outcome
      this.#write(({ apply, keepRecord }) => {
        // Records that stand note that a further reading was missed, and why.
        const missed = { recognizer: read.recognizer, failure }
        if (failure.kind !== 'cancelled')
          for (const record of before)
            keepRecord({ ...record, reading: { ...record.reading, missed } })
        apply(id, { kind: 'fail', failure })
      })
      return
    }
    const fresh = { ...read, readAt: now().toISOString() }
    const { records, recordIds } = keptOf(outcome.value, before, fresh, newId)
    this.#write(({ apply, keepRecord }) => {
      records.forEach(keepRecord)
      apply(id, { kind: 'succeed', recordIds })
      for (const { id: subject } of records) note('license-read', { subject })
    })
  }

  /** Has an image sent again, unless it was read, or another job has it under way. */
  #forgetCall(image: string): void {
    const { jobs, paid } = this.#parts.stores
    const call = paid.get(image)
    if (call?.kind === 'answered' && call.outcome.ok) return
    const running = [...this.#running.keys()].flatMap((id) => jobs.get(id) ?? [])
    if (running.every(({ source }) => imageOf(source) !== image)) paid.remove(image)
  }

  #againOf(job: Job): JobEvent | undefined {
    const { state } = job
    if (canRetry(state)) return { kind: 'retry' }
    if (state.kind !== 'done') return undefined
    const standing = recordsOf(job, this.#parts.stores.records)
    const isWanting = standing.length < recordIdsOf(state).length || standing.some(wasMissed)
    return isWanting ? { kind: 'read-again' } : undefined
  }

  /** What stands as running and does not run: a call that may have been made is unknown, the rest begins anew. */
  #putBackStranded(): void {
    const { jobs, paid } = this.#parts.stores
    this.#write(({ apply }) => {
      for (const id of this.#idsOf(({ state }) => state.kind === 'running')) {
        const job = jobs.get(id)
        if (job === undefined || this.#running.has(id)) continue
        const isLost = paid.get(imageOf(job.source))?.kind === 'sent'
        apply(id, isLost ? { kind: 'fail', failure: lostAtEnd } : { kind: 'put-back' })
      }
    })
    this.#mayWait = true
  }

  /** Where that cannot be written down, the next start does it. */
  #putBack(ids: readonly string[]): void {
    this.#orPause(() =>
      this.#write(({ apply }) => ids.forEach((id) => apply(id, { kind: 'put-back' }))),
    )
    this.#mayWait = true
  }

  #setPause(pause: Pause): void {
    if (this.#pause === pause) return
    this.#pause = pause
    this.#parts.onPause(pause)
  }

  /** Does what writes; where that fails, nothing more is started. */
  #orPause<Value>(act: () => Value): Value | undefined {
    try {
      return act()
    } catch (error) {
      if (!(error instanceof StoreProblem)) throw error
      this.#setPause(faultOf(error))
      return undefined
    }
  }

  #idsOf(isWanted: (job: Job) => boolean): readonly string[] {
    return this.#parts.stores.jobs
      .all()
      .filter(isWanted)
      .map(({ id }) => id)
  }
}

/** A reader could look at it that did not; one that is asked about one license alone never will. */
const wasMissed = ({ reading: { missed } }: LicenseRecord): boolean =>
  missed !== undefined && missed.failure.kind !== 'several-licenses'

/** A recognizer that throws has a bug, or what is kept of its image is damaged; that costs its item and not the batch. */
async function recognize(
  { recognizer, abort }: Running,
  source: Source,
  trip: Trip,
): Promise<Outcome | StoreProblem> {
  try {
    return await recognizer.recognize(source, abort.signal, trip)
  } catch (error) {
    if (error instanceof StoreProblem && error.kind !== 'damaged') return error
    if (error instanceof StoreProblem)
      return fail({
        kind: 'damaged',
        message: 'what was kept of the image cannot be read any more',
      })
    const message = error instanceof Error ? error.name : 'thrown'
    return fail({ kind: 'engine-crashed', message: `the recognizer threw: ${message}` })
  }
}
