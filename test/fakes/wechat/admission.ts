import type { Account } from './accounts.ts'
import { refuse, type Answer } from './answer.ts'
import type { Arrived } from './request.ts'
import type { WeChat } from './wechat.ts'

type Admission =
  | { readonly ok: true; readonly account: Account; readonly forMerchant: boolean }
  | { readonly ok: false; readonly refusal: Answer }

/** Whose call it is, by the `access_token` of the query. */
export function admit(request: Arrived, { tokens, accounts }: WeChat): Admission {
  const value = request.query.get('access_token') ?? ''
  if (value === '') return { ok: false, refusal: refuse(41001) }
  const token = tokens.check(value)
  if (typeof token === 'number') return { ok: false, refusal: refuse(token) }
  const account = accounts.get(token.owner)
  if (account === undefined || token.kind === 'component')
    return { ok: false, refusal: refuse(40001) }
  return { ok: true, account, forMerchant: token.kind === 'authorizer' }
}

/** The refusal of a caller whose address is not on the list. */
export function refuseAddress(
  ipList: readonly string[] | undefined,
  address: string,
): Answer | undefined {
  return ipList === undefined || ipList.includes(address)
    ? undefined
    : refuse(40164, `invalid ip ${address} ipv6 ::ffff:${address}, not in whitelist`)
}
