import type { Failure } from '../../../core/license/failure.ts'
import { mayBeCounted } from '../../../core/quota/quota.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { Answer } from '../../../core/wechat/answer.ts'
import type { Trip } from '../recognizer.ts'
import { callAddress } from './addresses.ts'
import { meaningOf } from './failures.ts'
import type { Gate } from './gate.ts'
import { withRetries } from './retries.ts'
import type { Token, TokenSource } from './tokens/token-source.ts'
import type { Transport } from './transport.ts'

/** What every call in the name of an account needs. */
export interface WeChatParts {
  readonly transport: Transport
  readonly base: URL
  readonly tokens: TokenSource
  /** The account's, so that one call tells all others to wait. */
  readonly gate: Gate
}

/** What a call carries, ready to be sent as often as needed. */
export interface Content {
  readonly contentType: string
  readonly body: Buffer
}

export interface Call<Value> {
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  /** May still be in the making: the token is asked for meanwhile. Where it fails, nothing is sent. */
  readonly content: Promise<Result<Content, Failure>>
  /** An image may be read and paid for by it: sent again only where it certainly was not. */
  readonly isCharged: boolean
  readonly read: (body: string) => Answer<Value>
  /** Of the image that goes with it, told at each sending. */
  readonly trip?: Trip
}

/** Calls with a token, by the rules of what may be repeated. */
export const callWeChat = <Value>(
  { transport, base, tokens, gate }: WeChatParts,
  { path, query, content, isCharged, read, trip }: Call<Value>,
  signal: AbortSignal,
): Promise<Result<Value, Failure>> => {
  const leaves = (token: Token): boolean => {
    if (!gate.isOpen() || tokens.isRefused(token)) return false
    trip?.leaves()
    return true
  }
  return withRetries(
    async () => {
      // What stops all calls is told before the content is made: the next call is not to find out by itself.
      const token = await tokens.token(signal)
      if (!token.ok) return token
      const made = await content
      if (!made.ok) return made
      const { contentType, body } = made.value
      const { value } = token.value
      const url = callAddress(base, path, { ...query, access_token: value })
      const headers = { 'content-type': contentType }
      const mayLeave = (): boolean => leaves(token.value)
      const outcome = await transport.send({ method: 'POST', url, headers, body, mayLeave }, signal)
      if (outcome.kind === 'held-back') return undefined
      const result = meaningOf(outcome, read, { kind: 'recognition', isCharged, secrets: [value] })
      if (result.ok) return result
      if (!mayBeCounted(result.error)) trip?.isBack()
      if (result.error.kind === 'token-refused') tokens.refused(token.value)
      if (result.error.kind === 'outcome-unknown' && outcome.kind !== 'cancelled')
        gate.doubt(result.error)
      return result
    },
    gate,
    signal,
  )
}

export const json = (value: Readonly<Record<string, unknown>>): Promise<Result<Content, never>> =>
  Promise.resolve(ok({ contentType: 'application/json', body: Buffer.from(JSON.stringify(value)) }))
