import type { Failure } from '../../../core/license/failure.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import {
  missingIn,
  type WeChatAccount,
  type WeChatSecrets,
  type WeChatWay,
} from '../../../core/wechat/account.ts'
import type { Recognizer } from '../recognizer.ts'
import { createAddressRecognizer } from './address.ts'
import { safeAddress } from './addresses.ts'
import type { WeChatParts } from './call.ts'
import { createCloudRecognizer } from './cloud/cloud.ts'
import { type Gate, openGate } from './gate.ts'
import type { Patience } from './patience.ts'
import { askQuota, type Quota } from './quota.ts'
import type { MakeSendable } from './sendable-image.ts'
import { createClassicTokens, createStableTokens } from './tokens/account-tokens.ts'
import { createPlatformTokens } from './tokens/platform-tokens.ts'
import { createServiceTokens } from './tokens/service-tokens.ts'
import type { TokenSource } from './tokens/token-source.ts'
import type { Transport } from './transport.ts'
import { createUploadRecognizer } from './upload.ts'

export interface WeChatSetting {
  readonly account: WeChatAccount
  readonly secrets: WeChatSecrets
}

export interface OpenWeChatParts {
  readonly transport: Transport
  readonly patience: Patience
  /** Of this account alone. */
  readonly gate: Gate
  readonly makeSendable: MakeSendable
  /** Stores a merchant's new refresh token, the old one being void. */
  readonly keepRefreshToken: (refreshToken: string) => Promise<void>
  /** An image could not be deleted from cloud storage. */
  readonly onLeftBehind: (fileId: string) => void
}

/** WeChat as one account reaches it. */
export interface WeChat {
  recognizer(way: WeChatWay): Result<Recognizer, Failure>
  /** Gets a token, which shows whether the account is set up; costs nothing. */
  test(signal: AbortSignal): Promise<Result<null, Failure>>
  /** What is left of today's calls; costs nothing. */
  quota(signal: AbortSignal): Promise<Result<Quota, Failure>>
}

/** Connects nothing yet; fails with `settings-incomplete`, naming what is missing or no safe address. */
export function openWeChat(
  { account, secrets }: WeChatSetting,
  parts: OpenWeChatParts,
): Result<WeChat, Failure> {
  const missing = missingIn(account, secrets)
  if (missing.length > 0) return incomplete(missing)
  const base = safeAddress(account.baseAddress)
  if (base === undefined) return incomplete(['baseAddress'])
  const tokens = tokensOf({ account, secrets }, base, parts)
  if (tokens === undefined) return incomplete(['serviceAddress'])
  const { transport, gate } = parts
  const called: WeChatParts = { transport, gate, base, tokens }
  return ok({
    recognizer(way) {
      const lacking = missingIn(account, secrets, way)
      if (lacking.length > 0) return incomplete(lacking)
      return ok(recognizerOf(way, account, called, parts))
    },
    async test(signal) {
      const token = await tokens.token(signal)
      return token.ok ? ok(null) : token
    },
    quota: (signal) => askQuota(called, signal),
  })
}

function recognizerOf(
  way: WeChatWay,
  { cloudEnv, cloudFunction }: WeChatAccount,
  called: WeChatParts,
  { makeSendable, onLeftBehind, patience }: OpenWeChatParts,
): Recognizer {
  switch (way) {
    case 'wechat-upload':
      return createUploadRecognizer({ ...called, makeSendable })
    case 'wechat-address':
      return createAddressRecognizer(called)
    case 'wechat-cloud':
      return createCloudRecognizer({
        ...called,
        makeSendable,
        onLeftBehind,
        openTidyGate: () => openGate(patience),
        env: cloudEnv,
        functionName: cloudFunction,
      })
  }
}

function tokensOf(
  { account, secrets }: WeChatSetting,
  base: URL,
  { transport, keepRefreshToken }: OpenWeChatParts,
): TokenSource | undefined {
  const { appId, componentAppId, authorizerAppId } = account
  const { appSecret, componentAppSecret, componentTicket, refreshToken } = secrets
  switch (account.tokenMode) {
    case 'stable':
      return createStableTokens({ transport, base }, { appId, appSecret })
    case 'classic':
      return createClassicTokens({ transport, base }, { appId, appSecret })
    case 'platform':
      return createPlatformTokens(
        { transport, base, keepRefreshToken },
        {
          componentAppId,
          componentAppSecret,
          ticket: componentTicket,
          authorizerAppId,
          refreshToken,
        },
      )
    case 'service':
      return serviceTokens(account, secrets, transport)
  }
}

function serviceTokens(
  { serviceAddress, serviceHeader, tokenPath, expiryPath, refusedHeader }: WeChatAccount,
  { serviceKey }: WeChatSecrets,
  transport: Transport,
): TokenSource | undefined {
  const address = safeAddress(serviceAddress)
  if (address === undefined) return undefined
  return createServiceTokens(
    { transport },
    {
      address,
      tokenPath,
      ...(serviceHeader === '' ? {} : { header: { name: serviceHeader, value: serviceKey } }),
      ...(expiryPath === '' ? {} : { expiryPath }),
      ...(refusedHeader === '' ? {} : { refusedHeader }),
    },
  )
}

const incomplete = (what: readonly string[]): Result<never, Failure> =>
  fail({ kind: 'settings-incomplete', message: `not set or not sound: ${what.join(', ')}` })
