/**
 * Chromium alone knows no `app:` addresses and cannot be taught them from outside. The window shows the same page
 * under a host that exists nowhere; everything asked of it is answered by the program's own protocol handler.
 */
const scheme = 'app'
const suffix = '.invalid'

/** `app://desk/x` → `https://desk.invalid/x`; other addresses stay. */
export function toBrowser(url: string): string {
  return url.startsWith(`${scheme}://`)
    ? url.replace(/^app:\/\/([^/?#]*)/, (_all, host: string) => `https://${host}${suffix}`)
    : url
}

/** `https://desk.invalid/x` → `app://desk/x`; other addresses stay. */
export function toProgram(url: string): string {
  return url.replace(/^https:\/\/([^/?#]*)\.invalid(?=[/?#]|$)/, (_all, host: string) => {
    return `${scheme}://${host}`
  })
}

export const isOfProgram = (url: string): boolean => toProgram(url) !== url
