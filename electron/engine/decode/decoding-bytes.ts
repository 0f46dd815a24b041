import type { Metadata } from 'sharp'
import { unreachable } from '../../../core/result.ts'
import type { ImageFormat } from './sniff.ts'

/** About how much memory a decoder needs that cannot work row by row; as measured, in bytes. */
export const decodingBytes = (format: ImageFormat, found: Metadata): number =>
  found.width * found.height * perPixel(format, found)

function perPixel(
  format: ImageFormat,
  { channels, depth, isProgressive, chromaSubsampling = '' }: Metadata,
): number {
  switch (format) {
    case 'AVIF':
      return 18
    case 'JPEG':
      // Two bytes for each coefficient.
      if (!isProgressive) return 0
      return 2 * (chromaSubsampling.startsWith('4:2:0') ? 1.5 : channels)
    case 'PNG':
      if (!isProgressive) return 0
      return channels * (depth === 'ushort' ? 2 : 1)
    case 'WebP':
    case 'GIF':
      return 4
    case 'TIFF':
    case 'BMP':
    case 'HEIC':
    case 'PDF':
      return 0
    default:
      return unreachable(format)
  }
}
