import type { FailureKind } from '../license/failure.ts'
import type { WeChatFault } from '../license/wechat-faults.ts'

/**
 * What may follow a failure without a person: `back-off` waits and repeats, `token` repeats once with a new token,
 * `next-minute` repeats after the minute, `reachable` repeats when WeChat can be reached, `once` repeats one time,
 * `tomorrow` ends this day's calls, `stop` ends all calls until something is changed, `no` shows it.
 */
export type RetryRule =
  | 'back-off'
  | 'token'
  | 'next-minute'
  | 'reachable'
  | 'tomorrow'
  | 'once'
  | 'stop'
  | 'no'

/** Only failures after which an image was certainly not read have a rule that repeats. */
const retryRules: { readonly [K in WeChatFault]: RetryRule } = {
  'system-busy': 'back-off',
  'request-faulty': 'no',
  'token-refused': 'token',
  'settings-incomplete': 'stop',
  'wrong-app-id': 'stop',
  'wrong-secret': 'stop',
  'secret-frozen': 'stop',
  'address-not-listed': 'stop',
  'address-unconfirmed': 'stop',
  'address-refused-for-a-day': 'stop',
  'address-refused-for-an-hour': 'stop',
  'account-restricted': 'stop',
  'interface-not-granted': 'stop',
  'authorization-lost': 'stop',
  'daily-limit': 'tomorrow',
  'minute-limit': 'next-minute',
  'market-quota': 'tomorrow',
  'image-refused': 'no',
  'image-too-large': 'no',
  'image-undecodable': 'no',
  'image-address-unreachable': 'once',
  'cloud-permission-missing': 'stop',
  'unknown-refusal': 'no',
  'no-connection': 'reachable',
  'tls-invalid': 'stop',
  'proxy-login': 'stop',
  'not-wechat': 'reachable',
  'no-proper-answer': 'back-off',
  'token-service-refused': 'stop',
  'authorization-not-kept': 'stop',
  'cloud-storage-refused': 'no',
  'image-address-not-secure': 'no',
}

const ruled: ReadonlyMap<string, RetryRule> = new Map(Object.entries(retryRules))

/** The rule for any failure; one that is no matter of WeChat's is shown. */
export const retryRuleOf = (kind: FailureKind): RetryRule => ruled.get(kind) ?? 'no'
