type Test = (plain: Uint8Array) => boolean

const begins = (bytes: Uint8Array, text: string, at = 0): boolean =>
  Array.from(text).every((sign, index) => bytes[at + index] === sign.charCodeAt(0))

/** How what WeChat keeps begins. A few bytes alone would be found in a text now and then: more has to fit. */
const starts: readonly (readonly [first: string, Test])[] = [
  ['\u00ff', isJpeg],
  ['\u0089', (bytes) => begins(bytes, '\u0089PNG\r\n')],
  ['G', (bytes) => begins(bytes, 'GIF8')],
  ['B', (bytes) => begins(bytes, 'BM') && begins(bytes, '\0\0\0\0', 6)],
  ['R', (bytes) => begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8)],
  ['w', (bytes) => begins(bytes, 'wxgf')],
]

/** Its first part tells its length, and where that ends the next one begins; only what a camera writes is longer. */
function isJpeg(bytes: Uint8Array): boolean {
  if (!begins(bytes, '\u00ff\u00d8\u00ff')) return false
  const next = 4 + (bytes[4] ?? 0) * 256 + (bytes[5] ?? 0)
  return bytes[next] === 0xff || begins(bytes, 'Exif\0', 6)
}

/** Up to version 3 WeChat mixed every byte with the same one. */
const mixed: Test = (bytes) =>
  starts.some(([first, test]) => {
    const key = (bytes[0] ?? 0) ^ first.charCodeAt(0)
    return key !== 0 && test(bytes.map((byte) => byte ^ key))
  })

/** Since then it seals them. */
const sealed: Test = (bytes) =>
  begins(bytes, '\u0007\u0008V1\u0008\u0007') || begins(bytes, '\u0007\u0008V2\u0008\u0007')

/** What a file of WeChat's own cache is called; nothing where it is none. */
export function wechatCache(start: Uint8Array): string | undefined {
  if (begins(start, 'wxgf')) return 'wxgf'
  return sealed(start) || mixed(start) ? '.dat' : undefined
}
