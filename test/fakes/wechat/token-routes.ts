import { z } from 'zod'
import { refuseAddress } from './admission.ts'
import { refuse, succeed, type Answer } from './answer.ts'
import { readJson } from './request.ts'
import { chinaDayOf, minuteOf, Tally } from './tally.ts'
import { overlap, type Token } from './tokens.ts'
import type { Route, WeChat } from './wechat.ts'

const credentials = z.object({
  grant_type: z.string().default(''),
  appid: z.string().default(''),
  secret: z.string().default(''),
  force_refresh: z.boolean().default(false),
})
type Credentials = z.infer<typeof credentials>

const forcedApart = 30_000

/** `GET /cgi-bin/token`: every call gives a new token and lets the one before die in 5 minutes. */
export function classicToken(): Route {
  const today = tallies()
  return (request, wechat) => {
    if (request.method !== 'GET') return refuse(43001)
    const given = credentials.parse({
      grant_type: request.query.get('grant_type') ?? '',
      appid: request.query.get('appid') ?? '',
      secret: request.query.get('secret') ?? '',
    })
    const refusal = refuseCredentials(given, wechat)
    if (refusal !== undefined) return refusal
    const day = chinaDayOf(wechat.now())
    const calls = today(given.appid)
    if (calls.within(day) >= 2_000) return refuse(45009)
    calls.add(day)
    const before = wechat.tokens.current('classic', given.appid)
    if (before !== undefined) wechat.tokens.replace(before, overlap)
    return give(wechat.tokens.issue('classic', given.appid), wechat)
  }
}

/** `POST /cgi-bin/stable_token`: the same token until its last 5 minutes, unless a new one is forced. */
export function stableToken(): Route {
  const thisMinute = tallies()
  const today = tallies()
  const forcedToday = tallies()
  const lastForced = new Map<string, number>()

  function force(appId: string, { tokens, now }: WeChat): Token | undefined {
    const before = tokens.current('stable', appId)
    if (before !== undefined && now() - (lastForced.get(appId) ?? -Infinity) < forcedApart)
      return before
    const day = chinaDayOf(now())
    if (forcedToday(appId).within(day) >= 20) return undefined
    forcedToday(appId).add(day)
    lastForced.set(appId, now())
    if (before !== undefined) tokens.replace(before, 0)
    return tokens.issue('stable', appId)
  }

  return (request, wechat) => {
    if (request.method !== 'POST') return refuse(43002)
    const body = readJson(request, credentials)
    if (!body.ok) return body.refusal
    const { appid, force_refresh: forced } = body.value
    const refusal = refuseCredentials(body.value, wechat)
    if (refusal !== undefined) return refusal
    const [minute, day] = [minuteOf(wechat.now()), chinaDayOf(wechat.now())]
    if (thisMinute(appid).within(minute) >= 10_000) return refuse(45011)
    if (today(appid).within(day) >= 500_000) return refuse(45009)
    thisMinute(appid).add(minute)
    today(appid).add(day)
    const token = forced ? force(appid, wechat) : renewed(appid, wechat)
    return token === undefined ? refuse(45009) : give(token, wechat)
  }
}

/** The stable token; in its last 5 minutes a new one, beside which the old one lives on. */
export function renewed(appId: string, { tokens, now }: WeChat): Token {
  const before = tokens.current('stable', appId)
  if (before !== undefined && before.expires - now() > overlap) return before
  if (before !== undefined) tokens.replace(before, overlap)
  return tokens.issue('stable', appId)
}

function refuseCredentials(given: Credentials, wechat: WeChat): Answer | undefined {
  if (given.grant_type !== 'client_credential') return refuse(40002)
  if (given.appid === '') return refuse(41002)
  if (given.secret === '') return refuse(41004)
  const account = wechat.accounts.get(given.appid)
  if (account === undefined) return refuse(40013)
  const { appSecret, ipList } = account.settings
  const refusal =
    given.secret === appSecret
      ? refuseAddress(ipList, wechat.callerAddress())
      : refuse(isAnothers(given.secret, wechat) ? 40001 : 40125)
  return refusal === undefined ? undefined : { ...refusal, account: given.appid }
}

const isAnothers = (secret: string, { accounts }: WeChat): boolean =>
  [...accounts.values()].some((account) => account.settings.appSecret === secret)

const give = (token: Token, { tokens }: WeChat): Answer =>
  succeed(
    { access_token: token.value, expires_in: tokens.expiresIn(token) },
    { account: token.owner },
  )

/** One tally for each AppID. */
function tallies(): (appId: string) => Tally {
  const kept = new Map<string, Tally>()
  return (appId) => {
    const tally = kept.get(appId) ?? new Tally()
    kept.set(appId, tally)
    return tally
  }
}
