import { session } from 'electron'

/**
 * The way that the system prescribes to an address, in the words of a PAC file. Asked of a session of its own, which
 * exists only once WeChat is to be reached: the page's session has no way out.
 */
export function systemProxy(url: string): Promise<string> {
  const wayOut = session.fromPartition('way-out')
  wayOut.setSpellCheckerEnabled(false)
  return wayOut.resolveProxy(url)
}
