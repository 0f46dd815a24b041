import type { Failure } from '../../../../core/license/failure.ts'
import type { Result } from '../../../../core/result.ts'
import { readAnswer, tokenShape } from '../../../../core/wechat/answer.ts'
import { ask, type TokenParts } from './ask.ts'
import { type Issued, KeptToken } from './kept-token.ts'
import type { TokenSource } from './token-source.ts'

export interface Credentials {
  readonly appId: string
  readonly appSecret: string
}

const shape = tokenShape('access_token')
const read = (text: string) => readAnswer(text, shape)

/**
 * `stable_token`: all desks share one token. Only when WeChat gives the refused one again is a new one forced, which
 * it allows 20 times a day.
 */
export function createStableTokens(parts: TokenParts, credentials: Credentials): TokenSource {
  const issue = (force: boolean): Promise<Result<Issued, Failure>> =>
    ask(parts, {
      path: '/cgi-bin/stable_token',
      body: { ...grant(credentials), force_refresh: force },
      read,
      nature: { kind: 'token', secrets: [credentials.appSecret] },
    })
  return new KeptToken(async (refused) => {
    const issued = await issue(false)
    return issued.ok && issued.value.token === refused ? issue(true) : issued
  }, parts.now)
}

/** `token`: every asking ends the token before within five minutes, also that of another desk. */
export const createClassicTokens = (parts: TokenParts, credentials: Credentials): TokenSource =>
  new KeptToken(
    () =>
      ask(parts, {
        path: '/cgi-bin/token',
        query: grant(credentials),
        read,
        nature: { kind: 'token', secrets: [credentials.appSecret] },
      }),
    parts.now,
  )

const grant = ({ appId, appSecret }: Credentials) => ({
  grant_type: 'client_credential',
  appid: appId,
  secret: appSecret,
})
