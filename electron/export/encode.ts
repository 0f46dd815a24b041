import iconv from 'iconv-lite'
import type { Encoding } from '../../core/layout/file-form.ts'

interface Encoded {
  readonly bytes: Uint8Array
  /** Characters that take four bytes in GB18030: programs that know but its older two-byte part, GBK, cannot show them. */
  readonly rare: string
}

/** Text as bytes; where the encoding does not have some characters, those, each once. */
export type EncodeOutcome =
  | ({ readonly ok: true } & Encoded)
  | { readonly ok: false; readonly characters: string }

const byteOrderMark = '\ufeff'

/** UTF-8 begins with a byte order mark, so that Excel takes it for what it is. */
export function encodeText(text: string, encoding: Encoding): EncodeOutcome {
  if (encoding === 'utf8')
    return { ok: true, bytes: Buffer.from(byteOrderMark + text, 'utf8'), rare: '' }
  const characters = [...new Set(text)].filter((character) => character > '\x7f')
  const lost = characters.filter((one) => decodeText(inGb18030(one), encoding) !== one)
  if (lost.length > 0) return { ok: false, characters: lost.join('') }
  const rare = characters.filter((one) => inGb18030(one).length > 2)
  return { ok: true, bytes: inGb18030(text), rare: rare.join('') }
}

/** Without the byte order mark of UTF-8; nothing where the bytes are no text of that encoding. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    const name = encoding === 'utf8' ? 'utf-8' : 'gb18030'
    return new TextDecoder(name, { fatal: true, ignoreBOM: encoding !== 'utf8' }).decode(bytes)
  } catch {
    return undefined
  }
}

/** What the bytes of a table tell of their encoding: only our UTF-8 begins with its mark. */
export const encodingOf = (bytes: Uint8Array): Encoding =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf8' : 'gb18030'

const inGb18030 = (text: string): Buffer => iconv.encode(text, 'gb18030')
