import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { watchFor } from '../canaries.ts'
import { refuse, succeed } from './answer.ts'
import { readJson } from './request.ts'
import { lifetime, overlap } from './tokens.ts'
import type { Route } from './wechat.ts'

const componentBody = z.object({
  component_appid: z.string().default(''),
  component_appsecret: z.string().default(''),
  component_verify_ticket: z.string().default(''),
})

export const componentToken: Route = (request, { platform, tokens, callerAddress }) => {
  if (request.method !== 'POST') return refuse(43002)
  const body = readJson(request, componentBody)
  if (!body.ok) return body.refusal
  const { component_appid: appId, component_appsecret: secret } = body.value
  if (appId === '') return refuse(41002)
  if (secret === '') return refuse(41004)
  if (appId !== platform.settings.appId) return refuse(40013)
  if (secret !== platform.settings.appSecret) return refuse(40125)
  const address = callerAddress()
  if (platform.settings.ipList?.includes(address) === false)
    return refuse(61004, `access clientip is not registered request ip: ${address}`)
  const refused = platform.refuseTicket(body.value.component_verify_ticket)
  if (refused !== undefined) return refuse(refused)
  const before = tokens.current('component', appId)
  if (before !== undefined) tokens.replace(before, overlap)
  const token = tokens.issue('component', appId)
  return succeed(
    { component_access_token: token.value, expires_in: lifetime / 1000 },
    { account: appId },
  )
}

const authorizerBody = z.object({
  component_appid: z.string().default(''),
  authorizer_appid: z.string().default(''),
  authorizer_refresh_token: z.string().default(''),
})

/** Every call gives a new refresh token too; the one that was shown is dead afterwards. */
export const authorizerToken: Route = (request, { platform, tokens, accounts }) => {
  if (request.method !== 'POST') return refuse(43002)
  const shown =
    request.query.get('component_access_token') ?? request.query.get('access_token') ?? ''
  if (shown === '') return refuse(41001)
  const component = tokens.check(shown)
  if (typeof component === 'number') return refuse(component)
  if (component.kind !== 'component') return refuse(61024)
  const body = readJson(request, authorizerBody)
  if (!body.ok) return body.refusal
  if (body.value.component_appid !== platform.settings.appId) return refuse(61011)
  const account = accounts.get(body.value.authorizer_appid)
  if (account?.settings.refreshToken === undefined) return refuse(61003)
  const { appId } = account.settings
  if (body.value.authorizer_refresh_token !== account.settings.refreshToken)
    return refuse(61023, undefined, { account: appId })
  const refreshToken = `refreshtoken@@@${randomBytes(32).toString('base64url')}`
  account.settings.refreshToken = refreshToken
  watchFor(refreshToken)
  const before = tokens.current('authorizer', appId)
  if (before !== undefined) tokens.replace(before, overlap)
  const token = tokens.issue('authorizer', appId)
  return succeed(
    {
      authorizer_access_token: token.value,
      expires_in: lifetime / 1000,
      authorizer_refresh_token: refreshToken,
    },
    { account: appId },
  )
}
