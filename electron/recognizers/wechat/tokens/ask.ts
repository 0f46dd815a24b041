import type { Failure } from '../../../../core/license/failure.ts'
import type { Result } from '../../../../core/result.ts'
import type { Answer } from '../../../../core/wechat/answer.ts'
import { callAddress } from '../addresses.ts'
import { type CallNature, meaningOf } from '../failures.ts'
import type { Transport, WireRequest } from '../transport.ts'

/** What every way to a token needs. */
export interface TokenParts {
  readonly transport: Transport
  readonly base: URL
  /** Monotonic, in milliseconds. */
  readonly now?: () => number
}

/** Whoever waits may leave; the asking itself ends by its deadline. */
const untilDeadline = new AbortController().signal

interface Question<Value> {
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON; without one it is a GET. */
  readonly body?: Readonly<Record<string, unknown>>
  readonly read: (text: string) => Answer<Value>
  readonly nature: Omit<CallNature, 'isCharged'>
}

/** Asks WeChat for something about tokens, which costs nothing. */
export async function ask<Value>(
  { transport, base }: TokenParts,
  { path, query, body, read, nature }: Question<Value>,
): Promise<Result<Value, Failure>> {
  const url = callAddress(base, path, query)
  const request: WireRequest =
    body === undefined
      ? { method: 'GET', url }
      : {
          method: 'POST',
          url,
          headers: { 'content-type': 'application/json' },
          body: Buffer.from(JSON.stringify(body)),
        }
  const outcome = await transport.send(request, untilDeadline)
  return meaningOf(outcome, read, { ...nature, isCharged: false })
}
