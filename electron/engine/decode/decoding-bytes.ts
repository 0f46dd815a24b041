import type { Metadata } from 'sharp'
import type { ImageFormat } from './sniff.ts'

/** Measured, with colours at full resolution. */
const perPixelOfAvif = 18
const perCoefficient = 2
/** Of what a frame is put together in. */
const perPixelOfFrame = 4

/** About how much memory a decoder needs that cannot work row by row. */
export function decodingBytes(
  format: ImageFormat,
  { width, height, channels, depth, isProgressive, chromaSubsampling = '' }: Metadata,
): number {
  const samples = chromaSubsampling.startsWith('4:2:0') ? 1.5 : channels
  return width * height * perPixel()

  function perPixel(): number {
    switch (format) {
      case 'AVIF':
        return perPixelOfAvif
      case 'JPEG':
        return isProgressive ? samples * perCoefficient : 0
      case 'PNG':
        return isProgressive ? channels * (depth === 'ushort' ? 2 : 1) : 0
      case 'WebP':
      case 'GIF':
        return perPixelOfFrame
      case 'TIFF':
      case 'BMP':
        return 0
    }
  }
}
