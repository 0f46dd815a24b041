import type { SecretName, WeChatAccount } from '../../core/wechat/account.ts'

/** Scheme, host and port of an address; the text itself where it is none. */
export const hostIn = (address: string): string => URL.parse(address)?.origin ?? address

/**
 * The hosts that get to see a secret. The key of a token service goes to the service, and what that gives for it to
 * WeChat.
 */
export function hostsOf(
  name: SecretName,
  { baseAddress, serviceAddress }: Pick<WeChatAccount, 'baseAddress' | 'serviceAddress'>,
): string {
  const base = hostIn(baseAddress)
  return name === 'serviceKey' ? `${hostIn(serviceAddress)} ${base}` : base
}

/** A secret is sealed together with its hosts: another address in the file beside it does not get it. */
export const boundTo = (hosts: string, secret: string): string => `${hosts}\n${secret}`

/** The secret in such a text, `''` where it was entered for other hosts. */
export const secretIn = (text: string, hosts: string): string =>
  text.startsWith(`${hosts}\n`) ? text.slice(hosts.length + 1) : ''
