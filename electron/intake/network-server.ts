/**
 * The computer in the network that a path of Windows names; opening such a path shows it who is logged in here. Nothing
 * where the path stays on this one, as it does on every other system.
 */
export function networkServer(path: string, platform: NodeJS.Platform): string | undefined {
  if (platform !== 'win32' || !/^[\\/]{2}/.test(path)) return undefined
  if (/^[\\/]{2}[?.][\\/][a-z]:/i.test(path)) return undefined
  const [server = ''] = path.replace(/^[\\/]{2}([?.][\\/]UNC[\\/])?/i, '').split(/[\\/]/)
  return server === '' || server === '?' || server === '.' ? path : server.toLowerCase()
}
