import type { Failure } from '../../../../core/license/failure.ts'
import { fail, ok, type Result } from '../../../../core/result.ts'
import { parseJson } from '../../../../core/wechat/json.ts'
import { meaningOf } from '../failures.ts'
import type { TokenParts } from './ask.ts'
import { type Issued, KeptToken } from './kept-token.ts'
import type { TokenSource } from './token-source.ts'

/** The company's server that owns the secret; there is no standard for its contract. */
export interface TokenService {
  readonly address: URL
  /** By which the desk shows who it is. */
  readonly header?: { readonly name: string; readonly value: string }
  /** Names inside the answer, such as `data.access_token`. */
  readonly tokenPath: string
  /** Seconds that remain; without one the token is used until it is refused. */
  readonly expiryPath?: string
  /** Header that names the token WeChat refused, so that the server refreshes once and not for each desk. */
  readonly refusedHeader?: string
}

export function createServiceTokens(
  { transport, now }: Omit<TokenParts, 'base'>,
  service: TokenService,
): TokenSource {
  const { address, header, refusedHeader } = service
  const nature = { kind: 'token', isCharged: false, secrets: [] } as const
  return new KeptToken(async (refused) => {
    const headers = {
      ...(header === undefined ? {} : { [header.name]: header.value }),
      ...(refused === undefined || refusedHeader === undefined ? {} : { [refusedHeader]: refused }),
    }
    const outcome = await transport.send(
      { method: 'GET', url: address, headers },
      new AbortController().signal,
    )
    if (outcome.kind === 'never-left' && outcome.cause === 'not-sendable')
      return refusedBy('the header that is set cannot be sent')
    if (outcome.kind !== 'answered')
      return meaningOf(outcome, () => ({ kind: 'unreadable' }), nature)
    if (outcome.status !== 200) return refusedBy(`HTTP ${outcome.status}`)
    return issuedIn(outcome.body.toString('utf8'), service)
  }, now)
}

function issuedIn(body: string, { tokenPath, expiryPath }: TokenService): Result<Issued, Failure> {
  const parsed = parseJson(body)
  if (parsed.kind !== 'json') return refusedBy('the answer is no JSON')
  const token = at(parsed.value, tokenPath)
  if (typeof token !== 'string' || token === '')
    return refusedBy('no token at the path that is set')
  if (expiryPath === undefined) return ok({ token, expiresIn: Infinity })
  const expiresIn = Number(at(parsed.value, expiryPath) ?? Number.NaN)
  return Number.isFinite(expiresIn)
    ? ok({ token, expiresIn })
    : refusedBy('no number of seconds at the path that is set')
}

/** The value under names such as `data.access_token`. */
const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inside, name) =>
        typeof inside === 'object' && inside !== null && Object.hasOwn(inside, name)
          ? Reflect.get(inside, name)
          : undefined,
      value,
    )

const refusedBy = (why: string): Result<never, Failure> =>
  fail({ kind: 'token-service-refused', message: `the token service gave no token: ${why}` })
