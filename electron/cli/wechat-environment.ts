import {
  emptyAccount,
  missingIn,
  noSecrets,
  type SecretName,
  tokenModes,
  type WeChatAccount,
  type WeChatWay,
} from '../../core/wechat/account.ts'
import type { Engine } from '../../core/settings/settings.ts'
import { defaultBaseAddress } from '../recognizers/wechat/addresses.ts'
import type { WeChatSetting } from '../recognizers/wechat/open-wechat.ts'
import type { Environment } from './environment.ts'

/** Where each entry is read from: secrets come from the environment only, never from the command line. */
const variables = {
  appId: 'LICENSE_DESK_APP_ID',
  appSecret: 'LICENSE_DESK_APP_SECRET',
  componentAppId: 'LICENSE_DESK_COMPONENT_APP_ID',
  componentAppSecret: 'LICENSE_DESK_COMPONENT_APP_SECRET',
  componentTicket: 'LICENSE_DESK_COMPONENT_TICKET',
  authorizerAppId: 'LICENSE_DESK_AUTHORIZER_APP_ID',
  refreshToken: 'LICENSE_DESK_AUTHORIZER_REFRESH_TOKEN',
  serviceAddress: 'LICENSE_DESK_TOKEN_URL',
  serviceHeader: 'LICENSE_DESK_TOKEN_HEADER',
  serviceKey: 'LICENSE_DESK_TOKEN_KEY',
  tokenPath: 'LICENSE_DESK_TOKEN_PATH',
  expiryPath: 'LICENSE_DESK_TOKEN_EXPIRY_PATH',
  refusedHeader: 'LICENSE_DESK_TOKEN_REFUSED_HEADER',
  cloudEnv: 'LICENSE_DESK_CLOUD_ENV',
  cloudFunction: 'LICENSE_DESK_CLOUD_FUNCTION',
  tokenMode: 'LICENSE_DESK_TOKEN_MODE',
} as const satisfies Partial<Record<keyof WeChatAccount | SecretName, string>>

type Entry = keyof typeof variables

/** Without the blanks and line ends that come along where it is copied, or read from a file. */
const valueOf = (environment: Environment, entry: Entry): string | undefined =>
  environment[variables[entry]]?.trim()

/** How WeChat is reached, as the environment says. */
export function wechatSettingIn(
  environment: Environment,
  baseAddress: string | undefined,
): WeChatSetting {
  const given = (entry: Entry, otherwise: string): string =>
    valueOf(environment, entry) ?? otherwise
  const mode = given('tokenMode', emptyAccount.tokenMode)
  const account: WeChatAccount = {
    ...emptyAccount,
    tokenMode: tokenModes.find((one) => one === mode) ?? emptyAccount.tokenMode,
    appId: given('appId', ''),
    componentAppId: given('componentAppId', ''),
    authorizerAppId: given('authorizerAppId', ''),
    serviceAddress: given('serviceAddress', ''),
    serviceHeader: given('serviceHeader', ''),
    tokenPath: given('tokenPath', emptyAccount.tokenPath),
    expiryPath: given('expiryPath', emptyAccount.expiryPath),
    refusedHeader: given('refusedHeader', ''),
    cloudEnv: given('cloudEnv', ''),
    cloudFunction: given('cloudFunction', ''),
    baseAddress: baseAddress ?? defaultBaseAddress,
  }
  return {
    account,
    secrets: {
      ...noSecrets,
      appSecret: given('appSecret', ''),
      componentAppSecret: given('componentAppSecret', ''),
      componentTicket: given('componentTicket', ''),
      refreshToken: given('refreshToken', ''),
      serviceKey: given('serviceKey', ''),
    },
  }
}

/** What the environment names as a way to get tokens, and is none; empty counts as not set. */
export function wrongTokenMode(environment: Environment): string | undefined {
  const mode = valueOf(environment, 'tokenMode') ?? ''
  return mode === '' || tokenModes.some((one) => one === mode) ? undefined : mode
}

/** Offline; where an account is set, WeChat too where that helps. */
export const usualEngine = (environment: Environment): Engine =>
  variablesToSet(environment, wechatSettingIn(environment, undefined), 'wechat-upload').length === 0
    ? 'auto'
    : 'offline'

/** The variables that must be set, or set otherwise, before WeChat can be asked this way. */
export function variablesToSet(
  environment: Environment,
  { account, secrets }: WeChatSetting,
  way: WeChatWay,
): readonly string[] {
  if (wrongTokenMode(environment) !== undefined)
    return [`${variables.tokenMode}=${tokenModes.join('|')}`]
  const names: Readonly<Record<string, string>> = variables
  return missingIn(account, secrets, way).flatMap((entry) => names[entry] ?? [])
}
