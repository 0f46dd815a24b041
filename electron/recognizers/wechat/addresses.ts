/** Hosts of this machine. */
const loopback = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** WeChat's host in the mainland. */
export const defaultBaseAddress = 'https://api.weixin.qq.com'

/** An address that secrets may be sent to: https, or http on this machine; without user name and password. */
export function safeAddress(text: string): URL | undefined {
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.password !== '') return undefined
  if (url.protocol === 'https:') return url
  return url.protocol === 'http:' && loopback.has(url.hostname) ? url : undefined
}

/** The address of one call. */
export function callAddress(
  base: URL,
  path: string,
  query: Readonly<Record<string, string>> = {},
): URL {
  const url = new URL(path, base)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}
