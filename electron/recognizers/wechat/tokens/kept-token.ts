import type { Failure } from '../../../../core/license/failure.ts'
import { fail, ok, type Result } from '../../../../core/result.ts'
import { cancelled } from '../failures.ts'
import type { Token, TokenSource } from './token-source.ts'

/** A token as it was given out. */
export interface Issued {
  readonly token: string
  /** Seconds from the moment of asking; Infinity where nobody says. */
  readonly expiresIn: number
}

/** @param refused the token that WeChat refused last, if it was refused since the last asking */
export type Issue = (refused: string | undefined) => Promise<Result<Issued, Failure>>

/** No token is used in its last seconds; of a short life only a tenth is given up. */
const margin = { mostMs: 30_000, part: 0.1 }

/**
 * Keeps one token while it lives and asks for the next once, however many wait for it. What was asked for is not
 * called back when they stop waiting: the answer may hold a refresh token that exists nowhere else.
 */
export class KeptToken implements TokenSource {
  readonly #issue: Issue
  readonly #now: () => number
  #kept: { readonly token: Token; readonly until: number } | undefined
  #refused: string | undefined
  readonly #everRefused = new WeakSet<Token>()
  #flight: Promise<Result<Token, Failure>> | undefined

  /** @param now monotonic, in milliseconds: no change of the clock makes a token older or younger */
  constructor(issue: Issue, now: () => number = () => performance.now()) {
    this.#issue = issue
    this.#now = now
  }

  async token(signal: AbortSignal): Promise<Result<Token, Failure>> {
    if (signal.aborted) return fail(cancelled)
    if (this.#kept !== undefined && this.#now() < this.#kept.until) return ok(this.#kept.token)
    this.#flight ??= this.#fly().finally(() => {
      this.#flight = undefined
    })
    return orCancelled(this.#flight, signal)
  }

  refused(token: Token): void {
    const { value } = token
    this.#everRefused.add(token)
    if (this.#kept !== undefined && this.#kept.token.value !== value) return
    this.#kept = undefined
    this.#refused = value
  }

  isRefused(token: Token): boolean {
    return this.#everRefused.has(token)
  }

  async #fly(): Promise<Result<Token, Failure>> {
    const asked = this.#now()
    const issued = await this.#issue(this.#refused)
    if (!issued.ok) return issued
    const token: Token = { value: issued.value.token }
    const life = issued.value.expiresIn * 1000
    const until = asked + life - Math.min(margin.mostMs, life * margin.part)
    if (token.value !== this.#refused) {
      this.#kept = { token, until }
      this.#refused = undefined
    }
    return ok(token)
  }
}

function orCancelled(
  flight: Promise<Result<Token, Failure>>,
  signal: AbortSignal,
): Promise<Result<Token, Failure>> {
  const { promise, resolve, reject } = Promise.withResolvers<Result<Token, Failure>>()
  const leave = (): void => resolve(fail(cancelled))
  signal.addEventListener('abort', leave, { once: true })
  flight.then(resolve, reject)
  return promise.finally(() => signal.removeEventListener('abort', leave))
}
