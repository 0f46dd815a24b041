import type { Engine } from '../../../core/settings/settings.ts'
import type { SecretName, TokenMode, WeChatAccount } from '../../../core/wechat/account.ts'

/** What of the account is text. */
type TextName = Exclude<keyof WeChatAccount, 'tokenMode' | 'dailyLimit'>

interface Shown {
  readonly texts: readonly TextName[]
  readonly secrets: readonly SecretName[]
}

const shownFor: { readonly [M in TokenMode]: Shown } = {
  stable: { texts: ['appId'], secrets: ['appSecret'] },
  classic: { texts: ['appId'], secrets: ['appSecret'] },
  platform: {
    texts: ['componentAppId', 'authorizerAppId'],
    secrets: ['componentAppSecret', 'componentTicket', 'refreshToken'],
  },
  service: {
    texts: ['serviceAddress', 'tokenPath', 'expiryPath', 'refusedHeader', 'serviceHeader'],
    secrets: ['serviceKey'],
  },
}

/** The entries that a way to a token and a way to read need, and no others. */
export function entriesFor(mode: TokenMode, engine: Engine): Shown {
  const { texts, secrets } = shownFor[mode]
  const forCloud: readonly TextName[] =
    engine === 'wechat-cloud' ? ['cloudEnv', 'cloudFunction'] : []
  return { texts: [...texts, ...forCloud, 'baseAddress'], secrets }
}
