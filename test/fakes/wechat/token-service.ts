import { plain, type Answer } from './answer.ts'
import { renewed } from './token-routes.ts'
import type { Route } from './wechat.ts'

/** The company's own server that owns the secret; there is no standard for it, this one is made up. */
export interface TokenServiceOptions {
  /** The account whose token it gives. */
  appId: string
  /** Lower case. */
  header: string
  key: string
  /** Lower case: the request header that names a token that WeChat refused. */
  refusedHeader: string
}

const json = (status: number, body: object): Answer =>
  plain(status, 'application/json', JSON.stringify(body))

/** `GET /service/token` → `{"data":{"access_token":…,"expires_in":…}}`; a refused token is renewed once, not per desk. */
export const tokenService =
  (options: TokenServiceOptions): Route =>
  (request, wechat) => {
    if (request.method !== 'GET') return json(405, { message: 'GET only' })
    if (request.headers[options.header] !== options.key)
      return json(401, { message: 'who are you' })
    const refused = wechat.tokens.find(String(request.headers[options.refusedHeader] ?? ''))
    if (refused?.owner === options.appId) wechat.tokens.revoke(refused.value)
    const token = renewed(options.appId, wechat)
    return {
      ...json(200, {
        data: { access_token: token.value, expires_in: wechat.tokens.expiresIn(token) },
      }),
      answered: 'ok',
      account: options.appId,
    }
  }
