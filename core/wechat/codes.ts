import type { WeChatFault } from '../license/wechat-faults.ts'

/** A refusal's kind; a picture without a license has the same kind as when read offline. */
export type RefusalKind = WeChatFault | 'no-license'

/** `function`: the answer of a cloud function, whose token is not ours. */
export type CallKind = 'recognition' | 'token' | 'function'

const kindsByCode: Readonly<Record<number, RefusalKind>> = {
  [-1]: 'system-busy',
  40001: 'token-refused',
  40014: 'token-refused',
  42001: 'token-refused',
  40002: 'settings-incomplete',
  41001: 'settings-incomplete',
  41002: 'settings-incomplete',
  41004: 'settings-incomplete',
  40013: 'wrong-app-id',
  40125: 'wrong-secret',
  40243: 'secret-frozen',
  40164: 'address-not-listed',
  45035: 'address-not-listed',
  61004: 'address-not-listed',
  50002: 'account-restricted',
  50004: 'account-restricted',
  50007: 'account-restricted',
  89501: 'address-unconfirmed',
  89502: 'address-unconfirmed',
  89503: 'address-unconfirmed',
  89504: 'address-unconfirmed',
  89505: 'address-unconfirmed',
  89506: 'address-refused-for-a-day',
  89507: 'address-refused-for-an-hour',
  45009: 'daily-limit',
  45011: 'minute-limit',
  40097: 'request-faulty',
  43002: 'request-faulty',
  43003: 'request-faulty',
  44002: 'request-faulty',
  47001: 'request-faulty',
  43104: 'interface-not-granted',
  48001: 'interface-not-granted',
  48004: 'interface-not-granted',
  61007: 'interface-not-granted',
  61003: 'authorization-lost',
  61005: 'authorization-lost',
  61006: 'authorization-lost',
  61011: 'authorization-lost',
  61014: 'authorization-lost',
  61023: 'authorization-lost',
  61024: 'authorization-lost',
  40137: 'image-refused',
  41005: 'image-refused',
  44001: 'image-refused',
  40006: 'image-too-large',
  40009: 'image-too-large',
  45001: 'image-too-large',
  101000: 'image-address-unreachable',
  101001: 'no-license',
  101002: 'image-undecodable',
  101003: 'market-quota',
  [-604101]: 'cloud-permission-missing',
}

/**
 * What a code means. Some depend on more: 40001 from the token call is a wrong secret, 101002 stood for a missing
 * quota in older accounts; a cloud function's token is not ours to refresh, and its -1 may come from a call of its own
 * whose answer was lost.
 */
export function kindOfCode(code: number, message: string, call: CallKind): RefusalKind {
  if (code === 40001 && call === 'token') return 'wrong-secret'
  if (code === 101002 && /quota/i.test(message)) return 'market-quota'
  const kind = kindsByCode[code] ?? 'unknown-refusal'
  const isNotSure = kind === 'token-refused' || kind === 'system-busy'
  return call === 'function' && isNotSure ? 'unknown-refusal' : kind
}

/** What WeChat refuses by HTTP status alone, before it reads an image. */
export const kindsByStatus: Readonly<Record<number, WeChatFault>> = {
  412: 'request-faulty',
  413: 'image-too-large',
  429: 'minute-limit',
}
