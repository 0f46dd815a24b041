import type { Raster } from '../geometry/raster.ts'

/** The size that a BMP header announces; nothing when it is no header of a kind that is read. */
export function bitmapSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const header = readHeader(bytes)
  return header && { width: header.width, height: header.height }
}

interface Header {
  readonly width: number
  readonly height: number
  readonly topDown: boolean
  readonly bits: number
  readonly pixels: number
  readonly palette: number
  readonly paletteStep: number
}

/**
 * Decodes an uncompressed BMP of 1, 4, 8, 24 or 32 bits a pixel; libvips, which decodes the rest, knows no BMP.
 * @returns nothing when the file is cut off or of another kind
 */
export function decodeBitmap(bytes: Uint8Array): Raster | undefined {
  const header = readHeader(bytes)
  if (header === undefined) return undefined
  const { width, height, bits, pixels } = header
  const stride = Math.ceil((width * bits) / 32) * 4
  if (pixels + stride * height > bytes.length) return undefined
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const row = pixels + stride * (header.topDown ? y : height - 1 - y)
    for (let x = 0; x < width; x++) {
      const at = colorOffset(bytes, header, row, x)
      const target = (y * width + x) * 3
      data[target] = bytes[at + 2] ?? 0
      data[target + 1] = bytes[at + 1] ?? 0
      data[target + 2] = bytes[at] ?? 0
    }
  }
  return { data, width, height }
}

function colorOffset(bytes: Uint8Array, header: Header, row: number, x: number): number {
  const { bits } = header
  if (bits >= 24) return row + x * (bits / 8)
  const perByte = 8 / bits
  const shift = 8 - bits * ((x % perByte) + 1)
  const index = ((bytes[row + Math.floor(x / perByte)] ?? 0) >> shift) & ((1 << bits) - 1)
  return header.palette + index * header.paletteStep
}

function readHeader(bytes: Uint8Array): Header | undefined {
  if (bytes.length < 54) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = view.getUint32(14, true)
  const old = size === 12
  const width = old ? view.getUint16(18, true) : view.getInt32(18, true)
  const height = old ? view.getUint16(20, true) : view.getInt32(22, true)
  const bits = view.getUint16(old ? 24 : 28, true)
  const compression = old ? 0 : view.getUint32(30, true)
  const plain = compression === 0 || (compression === 3 && bits === 32)
  if (!plain || ![1, 4, 8, 24, 32].includes(bits) || width <= 0 || height === 0) return undefined
  return {
    width,
    height: Math.abs(height),
    topDown: height < 0,
    bits,
    pixels: view.getUint32(10, true),
    palette: 14 + size,
    paletteStep: old ? 3 : 4,
  }
}
