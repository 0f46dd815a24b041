import type { Dispatcher } from 'undici'
import { asksForLogin, codeOf, type Lost, type Outcome, whyNeverLeft } from './outcome.ts'

/** Answers of WeChat are a few hundred bytes. */
const mostBytes = 1_048_576

interface ExchangeOptions {
  /** In milliseconds. */
  readonly deadline: number
  readonly signal: AbortSignal
  readonly settle: (outcome: Outcome) => void
}

/**
 * One request and its answer. undici tells it right before the first byte is written: until then nothing has left,
 * from then on it may have arrived. Settles exactly once; what comes later is dropped.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  isOver = false
  readonly #options: ExchangeOptions
  readonly #timer: NodeJS.Timeout
  readonly #chunks: Buffer[] = []
  #controller: Dispatcher.DispatchController | undefined
  #size = 0
  #status = 0

  constructor(options: ExchangeOptions) {
    this.#options = options
    this.#timer = setTimeout(() => this.#lose('deadline'), options.deadline)
    if (options.signal.aborted) this.#cancel()
    else options.signal.addEventListener('abort', this.#cancel)
  }

  dispatch(dispatcher: Dispatcher, options: Dispatcher.DispatchOptions): void {
    try {
      dispatcher.dispatch(options, this)
    } catch (error) {
      this.onResponseError(undefined, error instanceof Error ? error : new Error('thrown'))
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    const wasStarted = this.#controller !== undefined
    this.#controller = controller
    if (wasStarted) this.#lose('broken', 'sent twice')
    if (this.isOver) controller.abort(new Error('over'))
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    this.#status = status
    const encoding = headers['content-encoding'] ?? 'identity'
    if (status === 407) this.#end({ kind: 'never-left', cause: 'proxy-login', detail: '407' })
    else if (status >= 500) this.#lose('server-error', String(status))
    else if (status >= 300 && status < 400) this.#lose('redirect', String(status))
    else if (encoding !== 'identity') this.#lose('compressed')
    else if (Number(headers['content-length'] ?? 0) > mostBytes) this.#lose('too-large')
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.byteLength
    if (this.#size > mostBytes) this.#lose('too-large')
    else this.#chunks.push(Buffer.from(chunk))
  }

  onResponseEnd(): void {
    this.#end({ kind: 'answered', status: this.#status, body: Buffer.concat(this.#chunks) })
  }

  onResponseError(_: Dispatcher.DispatchController | undefined, error: Error): void {
    if (asksForLogin(error) || this.#controller === undefined)
      this.#end({ kind: 'never-left', cause: whyNeverLeft(error), detail: codeOf(error) })
    else this.#lose('broken', codeOf(error))
  }

  #lose(cause: Lost, detail: string = cause): void {
    if (this.#controller !== undefined) this.#end({ kind: 'unknown', cause, detail })
    else this.#end({ kind: 'never-left', cause: 'deadline', detail })
  }

  readonly #cancel = (): void =>
    this.#end({ kind: 'cancelled', mayHaveLeft: this.#controller !== undefined })

  #end(outcome: Outcome): void {
    if (this.isOver) return
    this.isOver = true
    clearTimeout(this.#timer)
    this.#options.signal.removeEventListener('abort', this.#cancel)
    if (outcome.kind !== 'answered') this.#controller?.abort(new Error('over'))
    this.#chunks.length = 0
    this.#options.settle(outcome)
  }
}
