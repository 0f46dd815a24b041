import { z } from 'zod'

/** Ways to a token: the account itself, a third-party platform, or the company's own server. */
export const tokenModes = ['stable', 'classic', 'platform', 'service'] as const

/** Every way in which WeChat recognizes a license. */
export const wechatWays = ['wechat-upload', 'wechat-address', 'wechat-cloud'] as const

/** Longer than any name, address or secret that there is; blanks around one come from copying it. */
const shortText = z.string().trim().max(2000)
const secretText = z.string().trim().max(8192)

/** More calls a day than any account has. */
const mostCalls = 1_000_000

/** How WeChat is reached, without a secret. */
export const wechatAccount = z.object({
  tokenMode: z.enum(tokenModes),
  appId: shortText,
  /** Of the third-party platform. */
  componentAppId: shortText,
  /** Of the merchant that authorized the platform. */
  authorizerAppId: shortText,
  /** Of the company's token service. */
  serviceAddress: shortText,
  /** Name of the header by which the desk shows the service who it is; its value is a secret. */
  serviceHeader: shortText,
  /** Names inside the service's answer, such as `data.access_token`; the second may be `''`. */
  tokenPath: shortText,
  expiryPath: shortText,
  /** Header that names the token WeChat refused. */
  refusedHeader: shortText,
  cloudEnv: shortText,
  cloudFunction: shortText,
  /** https, or http on this machine. */
  baseAddress: shortText,
  /** Calls a day. */
  dailyLimit: z.number().int().positive().max(mostCalls),
})

/** What never leaves the main process; `''` where there is none. */
export const wechatSecrets = z.object({
  appSecret: secretText,
  componentAppSecret: secretText,
  componentTicket: secretText,
  refreshToken: secretText,
  serviceKey: secretText,
})

export type TokenMode = (typeof tokenModes)[number]
export type WeChatWay = (typeof wechatWays)[number]
export type WeChatAccount = z.output<typeof wechatAccount>
export type WeChatSecrets = z.output<typeof wechatSecrets>
export type SecretName = keyof WeChatSecrets

export const emptyAccount: WeChatAccount = {
  tokenMode: 'stable',
  appId: '',
  componentAppId: '',
  authorizerAppId: '',
  serviceAddress: '',
  serviceHeader: '',
  tokenPath: 'access_token',
  expiryPath: 'expires_in',
  refusedHeader: '',
  cloudEnv: '',
  cloudFunction: '',
  baseAddress: 'https://api.weixin.qq.com',
  dailyLimit: 100,
}

export const noSecrets: WeChatSecrets = {
  appSecret: '',
  componentAppSecret: '',
  componentTicket: '',
  refreshToken: '',
  serviceKey: '',
}

type Entry = Exclude<keyof WeChatAccount, 'tokenMode' | 'dailyLimit'> | SecretName

const needed: { readonly [M in TokenMode]: readonly Entry[] } = {
  stable: ['appId', 'appSecret'],
  classic: ['appId', 'appSecret'],
  platform: [
    'componentAppId',
    'componentAppSecret',
    'componentTicket',
    'authorizerAppId',
    'refreshToken',
  ],
  service: ['serviceAddress', 'tokenPath'],
}

/** What must be filled in before WeChat can be asked this way. */
export function missingIn(
  account: WeChatAccount,
  secrets: { readonly [S in SecretName]: unknown },
  way?: WeChatWay,
): readonly Entry[] {
  const given = { ...account, ...secrets }
  const forCloud: readonly Entry[] = way === 'wechat-cloud' ? ['cloudEnv', 'cloudFunction'] : []
  return [...needed[account.tokenMode], ...forCloud].filter(
    (entry) => given[entry] === '' || given[entry] === false,
  )
}

/** Whose calls are counted: the account that pays, however its token was come by. */
export function payerOf(account: WeChatAccount): string {
  switch (account.tokenMode) {
    case 'stable':
    case 'classic':
      return account.appId
    case 'platform':
      return account.authorizerAppId
    case 'service':
      return account.appId === '' ? account.serviceAddress : account.appId
  }
}
