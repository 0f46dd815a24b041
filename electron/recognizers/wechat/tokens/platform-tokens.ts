import { z } from 'zod'
import type { Failure } from '../../../../core/license/failure.ts'
import { fail, ok, type Result } from '../../../../core/result.ts'
import { readAnswer, tokenShape } from '../../../../core/wechat/answer.ts'
import { ask, type TokenParts } from './ask.ts'
import { type Issued, KeptToken } from './kept-token.ts'
import type { TokenSource } from './token-source.ts'

/** A third-party platform and the merchant that authorized it. */
export interface PlatformCredentials {
  readonly componentAppId: string
  readonly componentAppSecret: string
  /** As WeChat pushed it to the platform's server; good for 12 hours. */
  readonly ticket: string
  readonly authorizerAppId: string
  readonly refreshToken: string
}

interface PlatformParts extends TokenParts {
  /** Stores the merchant's new refresh token, the old one being void; awaited before anything else is done. */
  readonly keepRefreshToken: (refreshToken: string) => Promise<void>
}

const componentShape = tokenShape('component_access_token')
const authorizerShape = z.intersection(
  tokenShape('authorizer_access_token'),
  z
    .object({ authorizer_refresh_token: z.string().default('') })
    .transform((found) => ({ refreshToken: found.authorizer_refresh_token })),
)

/** The merchant's token, for calls in the merchant's name. */
export function createPlatformTokens(
  parts: PlatformParts,
  credentials: PlatformCredentials,
): TokenSource {
  const { componentAppId, componentAppSecret, ticket, authorizerAppId } = credentials
  let { refreshToken } = credentials
  let keptToken = refreshToken

  const component = new KeptToken(
    () =>
      ask(parts, {
        path: '/cgi-bin/component/api_component_token',
        body: {
          component_appid: componentAppId,
          component_appsecret: componentAppSecret,
          component_verify_ticket: ticket,
        },
        read: (text) => readAnswer(text, componentShape),
        nature: { kind: 'token', secrets: [componentAppSecret, ticket] },
      }),
    parts.now,
  )

  async function issue(): Promise<Result<Issued, Failure>> {
    const held = await component.token(new AbortController().signal)
    if (!held.ok) return held
    const answer = await ask(parts, {
      path: '/cgi-bin/component/api_authorizer_token',
      query: { component_access_token: held.value.value },
      body: {
        component_appid: componentAppId,
        authorizer_appid: authorizerAppId,
        authorizer_refresh_token: refreshToken,
      },
      read: (text) => readAnswer(text, authorizerShape),
      nature: { kind: 'recognition', secrets: [held.value.value, refreshToken] },
    })
    if (!answer.ok) {
      if (answer.error.kind === 'token-refused') component.refused(held.value)
      return answer
    }
    return (await keep(answer.value.refreshToken)) ? ok(answer.value) : fail(notKept)
  }

  async function keep(given: string): Promise<boolean> {
    if (given !== '') refreshToken = given
    if (refreshToken === keptToken) return true
    try {
      await parts.keepRefreshToken(refreshToken)
      keptToken = refreshToken
      return true
    } catch {
      return false
    }
  }

  return new KeptToken(async () => {
    const first = await issue()
    return !first.ok && first.error.kind === 'token-refused' ? issue() : first
  }, parts.now)
}

const notKept: Failure = {
  kind: 'authorization-not-kept',
  message: 'the new refresh token could not be stored',
}
