import type { Failure } from '../../../core/license/failure.ts'
import type { Result } from '../../../core/result.ts'
import type { Answer } from '../../../core/wechat/answer.ts'
import { callAddress } from './addresses.ts'
import { meaningOf } from './failures.ts'
import type { Gate } from './gate.ts'
import { withRetries } from './retries.ts'
import type { TokenSource } from './tokens/token-source.ts'
import type { Transport } from './transport.ts'

/** What every call in the name of an account needs. */
export interface WeChatParts {
  readonly transport: Transport
  readonly base: URL
  readonly tokens: TokenSource
  /** The account's, so that one call tells all others to wait. */
  readonly gate: Gate
}

export interface Call<Value> {
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly contentType: string
  readonly body: Buffer
  /** An image may be read and paid for by it: sent again only where it certainly was not. */
  readonly isCharged: boolean
  readonly read: (body: string) => Answer<Value>
  /** Told right before each sending. */
  readonly leaving?: (() => void) | undefined
}

/** Calls with a token, by the rules of what may be repeated. */
export const callWeChat = <Value>(
  { transport, base, tokens, gate }: WeChatParts,
  { path, query, contentType, body, isCharged, read, leaving }: Call<Value>,
  signal: AbortSignal,
): Promise<Result<Value, Failure>> =>
  withRetries(
    async () => {
      const token = await tokens.token(signal)
      if (!token.ok) return token
      const { value } = token.value
      const url = callAddress(base, path, { ...query, access_token: value })
      const headers = { 'content-type': contentType }
      const outcome = await transport.send(
        { method: 'POST', url, headers, body, ...(leaving === undefined ? {} : { leaving }) },
        signal,
      )
      const result = meaningOf(outcome, read, { kind: 'recognition', isCharged, secrets: [value] })
      if (result.ok) return result
      if (result.error.kind === 'token-refused') tokens.refused(token.value)
      if (result.error.kind === 'outcome-unknown' && outcome.kind !== 'cancelled')
        gate.doubt(result.error)
      return result
    },
    gate,
    signal,
  )

/** A body of JSON and its type. */
export const json = (
  value: Readonly<Record<string, unknown>>,
): Pick<Call<unknown>, 'contentType' | 'body'> => ({
  contentType: 'application/json',
  body: Buffer.from(JSON.stringify(value)),
})
