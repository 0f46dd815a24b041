import type { EngineFailure } from '../protocol.ts'
import type { ImageFormat } from './sniff.ts'

/** How the decoders speak of what they were not made for, in place of what is broken. */
const notKnown =
  /unsupported|not supported|not configured|not implemented|omitted at compile time|no known route|no decoding plugin|bad labq|not a whole number of bytes|samples out of range/i
/** As they speak where a file contradicts itself, or holds nothing behind the signature that it was told by. */
const broken = /invalid input|contains unsupported image format/i

/** What a decoder's complaint means; it speaks of markers and blocks, never of what the picture shows. */
export function decoderFault(error: unknown, format: ImageFormat): EngineFailure {
  const message = error instanceof Error ? error.message : String(error)
  const detail = [...new Set(message.split('\n'))].join('; ').slice(0, 300)
  if (broken.test(message) || !notKnown.test(message)) return { kind: 'damaged', detail }
  return { kind: format === 'TIFF' ? 'tiff-not-supported' : 'format-not-supported', detail }
}
