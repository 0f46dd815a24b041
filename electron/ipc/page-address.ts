/** The page is served under a scheme of its own: `file:` would let it read the disk. */
export const pageScheme = 'app'
export const pageHost = 'desk'
export const pageOrigin = `${pageScheme}://${pageHost}`
export const pageAddress = `${pageOrigin}/`

/** A percent-encoded part of an address as plain text; nothing when it is wrongly encoded. */
export function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
