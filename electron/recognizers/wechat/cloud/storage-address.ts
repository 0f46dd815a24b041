import { safeAddress } from '../addresses.ts'

/** Where Tencent's cloud storage takes files and gives them out. */
const hosts = ['myqcloud.com', 'tencentcos.cn', 'tcb.qcloud.la']

/**
 * The address of cloud storage that an answer names: https and a host of the storage, or whoever gave the answer, such
 * as what plays WeChat on this machine. An image, or the leave to read one, goes nowhere else.
 * @param base who answers
 */
export function storageAddress(text: string, base: URL): URL | undefined {
  const url = safeAddress(text)
  if (url === undefined || url.origin === base.origin) return url
  const isStorage = hosts.some((host) => url.hostname.endsWith(`.${host}`))
  return isStorage && url.protocol === 'https:' && url.port === '' ? url : undefined
}
