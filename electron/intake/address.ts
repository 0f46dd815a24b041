import type { Source } from '../../core/license/record.ts'

/** Whether what came in is an image's address on the web and no place on this PC. */
export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text)

/** An address as a source; its name leaves out the query, which may hold a signature. */
export function addressSource(address: string): Source {
  const { host, pathname } = URL.parse(address) ?? { host: '', pathname: address }
  return { path: address, name: `${host}/${pathname.split('/').at(-1) ?? ''}`, page: 1 }
}
