const absolute = /^([A-Za-z]:[\\/]|\\\\|\/|https?:\/\/)/i

/** The absolute paths and web addresses in pasted text, one a line, with or without quotes or as `file:` addresses. */
export function pathsIn(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => fromAddress(line.trim().replace(/^["'](.*)["']$/, '$1')))
    .filter((line) => absolute.test(line))
}

function fromAddress(line: string): string {
  if (!line.startsWith('file://')) return line
  try {
    const { host, pathname } = new URL(line)
    const path = decodeURIComponent(pathname)
    if (host !== '') return `\\\\${host}${path.replaceAll('/', '\\')}`
    return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path
  } catch {
    return line
  }
}
