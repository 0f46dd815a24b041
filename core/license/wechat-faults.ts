/** What WeChat refuses, each for one or more of its codes. */
const refusals = [
  'system-busy',
  /** The request itself was wrong: a fault of this program. */
  'request-faulty',
  'token-refused',
  'settings-incomplete',
  'wrong-app-id',
  'wrong-secret',
  'secret-frozen',
  /** This PC's public address is not on the account's list; it stands in the message. */
  'address-not-listed',
  'address-unconfirmed',
  'address-refused-for-a-day',
  'address-refused-for-an-hour',
  'account-restricted',
  'interface-not-granted',
  'authorization-lost',
  'daily-limit',
  'minute-limit',
  /** The calls bought in the service market are used up. */
  'market-quota',
  'image-refused',
  'image-too-large',
  'image-undecodable',
  'image-address-unreachable',
  'cloud-permission-missing',
  'unknown-refusal',
] as const

/** What goes wrong on the way, or beside WeChat. */
const wireFaults = [
  'no-connection',
  'tls-invalid',
  'proxy-login',
  /** A web page or a redirect in place of an answer, such as from a captive portal. */
  'not-wechat',
  /** A call that costs nothing was not answered properly. */
  'no-proper-answer',
  'token-service-refused',
  /** The new refresh token of a third-party platform could not be stored. */
  'authorization-not-kept',
  'cloud-storage-refused',
  'image-address-not-secure',
] as const

/** Every way in which recognizing through WeChat fails, besides what is wrong with the file itself. */
export const wechatFaults = [...refusals, ...wireFaults] as const

export type WeChatFault = (typeof wechatFaults)[number]
