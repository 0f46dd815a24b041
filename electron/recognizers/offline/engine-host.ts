import type { Failure } from '../../../core/license/failure.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { type EngineAnswer, type EngineRequest, engineAnswer } from '../../engine/protocol.ts'

/** A running engine process, however it was started. */
export interface EngineProcess {
  readonly send: (message: EngineRequest) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** Also called when the process could not be started. */
  readonly onExit: (listener: () => void) => void
  readonly kill: () => void
}

/** Limits in milliseconds. */
export interface EngineLimits {
  /** From sending a request, which is when work on it begins, to its answer. */
  readonly answer: number
  /** From starting the process until it is ready, and once more until its models are loaded. */
  readonly start: number
}

/** What may be asked; the host numbers it. */
export type EngineQuestion =
  | Omit<Extract<EngineRequest, { kind: 'read' }>, 'seq'>
  | Omit<Extract<EngineRequest, { kind: 'preview' }>, 'seq'>
  | Omit<Extract<EngineRequest, { kind: 'prepare' }>, 'seq'>
  | Omit<Extract<EngineRequest, { kind: 'pages' }>, 'seq'>
  | Omit<Extract<EngineRequest, { kind: 'page' }>, 'seq'>
  | Omit<Extract<EngineRequest, { kind: 'lines' }>, 'seq'>

export type EngineReply = Exclude<EngineAnswer, { kind: 'ready' }>

type Outcome = Result<EngineReply, Failure>

interface Task {
  readonly request: EngineRequest
  readonly signal: AbortSignal
  readonly settle: (outcome: Outcome) => void
  tries: number
}

/** Somebody sits before the window until it comes. */
type Fall = 'engine-crashed' | 'engine-timed-out'

const mostTries = 2

/** A person is looking, or files are on their way in; what is to be read can wait. */
const isWaitedFor = (kind: EngineRequest['kind']): boolean =>
  kind === 'preview' || kind === 'lines' || kind === 'pages' || kind === 'page'

const cancelled: Outcome = fail({ kind: 'cancelled', message: 'cancelled' })

/**
 * Owns the engine process: starts it at the first question, asks one thing at a time, what somebody waits for first, starts it
 * anew after a crash or a hang. A question that brings it down twice fails; the others go on.
 */
export class EngineHost {
  readonly #start: () => EngineProcess
  readonly #limits: EngineLimits
  readonly #waiting: Task[] = []
  #process: EngineProcess | undefined
  #isReady = false
  #models: 'none' | 'loading' | 'loaded' = 'none'
  /** The models are wanted before anything is to be read. */
  #isWarming = false
  #isClosed = false
  /** What the process works on; may have been cancelled, for it cannot be interrupted. */
  #current: Task | undefined
  #timer: NodeJS.Timeout | undefined
  #seq = 0

  constructor(
    start: () => EngineProcess,
    limits: EngineLimits = { answer: 15_000, start: 60_000 },
  ) {
    this.#start = start
    this.#limits = limits
  }

  /** Asks, and waits for the turn; an aborted signal gives `cancelled` at once. */
  ask(question: EngineQuestion, signal: AbortSignal): Promise<Outcome> {
    if (signal.aborted || this.#isClosed) return Promise.resolve(cancelled)
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    this.#seq += 1
    const task: Task = {
      request: { ...question, seq: this.#seq },
      signal,
      settle: resolve,
      tries: 0,
    }
    const cancel = (): void => {
      const place = this.#waiting.indexOf(task)
      if (place >= 0) this.#waiting.splice(place, 1)
      resolve(cancelled)
    }
    signal.addEventListener('abort', cancel, { once: true })
    void promise.then(() => signal.removeEventListener('abort', cancel))
    this.#waiting.push(task)
    this.#next()
    return promise
  }

  /** Starts the process and loads its models before something is to be read. */
  warm(): void {
    if (this.#isClosed || this.#models !== 'none') return
    this.#isWarming = true
    if (this.#process === undefined) this.#launch()
    else this.#next()
  }

  /** Ends the process for good; whatever still waits, or is asked later, is cancelled. */
  close(): void {
    this.#isClosed = true
    const left = [...this.#waiting.splice(0), ...(this.#current ? [this.#current] : [])]
    this.#current = undefined
    this.#stop()
    for (const task of left) task.settle(cancelled)
  }

  #next(): void {
    if (this.#current !== undefined) return
    if (this.#waiting.length === 0 && !this.#isWarming) return
    if (this.#process === undefined) this.#launch()
    if (!this.#isReady) return
    const waitedFor = this.#waiting.findIndex(({ request }) => isWaitedFor(request.kind))
    const place = Math.max(0, waitedFor)
    const next = this.#waiting[place]?.request
    const needsModels = next?.kind === 'read' || next?.kind === 'lines'
    if (this.#models === 'none' && (needsModels || this.#isWarming)) return this.#load()
    const [task] = this.#waiting.splice(place, 1)
    if (task === undefined) return
    this.#current = task
    this.#limit(this.#limits.answer)
    this.#process?.send(task.request)
  }

  #load(): void {
    this.#isWarming = false
    this.#isReady = false
    this.#models = 'loading'
    this.#limit(this.#limits.start)
    this.#process?.send({ kind: 'load', seq: 0 })
  }

  #launch(): void {
    const process = this.#start()
    this.#process = process
    process.onMessage((message) => {
      if (process === this.#process) this.#hear(message)
    })
    process.onExit(() => {
      if (process === this.#process) this.#fell('engine-crashed')
    })
    this.#limit(this.#limits.start)
  }

  #hear(message: unknown): void {
    const answer = engineAnswer.safeParse(message)
    if (!answer.success) return this.#fell('engine-crashed')
    if (answer.data.kind === 'ready') {
      if (this.#isReady) return
      this.#isReady = true
      if (this.#models === 'loading') this.#models = 'loaded'
      clearTimeout(this.#timer)
    } else {
      const task = this.#current
      if (task === undefined || answer.data.seq !== task.request.seq) return
      this.#current = undefined
      clearTimeout(this.#timer)
      task.settle(ok(answer.data))
    }
    this.#next()
  }

  /** The process crashed, hangs or talks nonsense: whoever was asking, or is first to ask, has had one try. */
  #fell(kind: Fall): void {
    this.#stop()
    this.#isWarming = false
    const task = this.#current ?? this.#waiting.shift()
    this.#current = undefined
    if (task !== undefined && !task.signal.aborted) {
      task.tries += 1
      if (task.tries < mostTries) this.#waiting.unshift(task)
      else task.settle(fail({ kind, message: `${kind} after ${mostTries} tries` }))
    }
    this.#next()
  }

  #limit(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#fell('engine-timed-out'), milliseconds)
    this.#timer.unref()
  }

  #stop(): void {
    clearTimeout(this.#timer)
    const process = this.#process
    this.#process = undefined
    this.#isReady = false
    this.#models = 'none'
    process?.kill()
  }
}
