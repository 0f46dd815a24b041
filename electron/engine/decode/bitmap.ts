import type { Raster } from '../geometry/raster.ts'
import { type BitmapHeader, readBitmapHeader } from './bitmap-header.ts'
import { unpackRuns } from './bitmap-runs.ts'

/** The size that a BMP header announces; nothing when it is no header of a kind that is read. */
export function bitmapSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const header = readBitmapHeader(bytes)
  return header && { width: header.width, height: header.height }
}

/** Writes the red, green and blue of a pixel, counted from the left, of a row, counted as stored. */
type Paint = (x: number, row: number, target: Uint8Array, at: number) => void

/**
 * Decodes a BMP; libvips, which decodes the rest, knows none.
 * @returns nothing when the file is cut off or of another kind
 */
export function decodeBitmap(bytes: Uint8Array): Raster | undefined {
  const header = readBitmapHeader(bytes)
  const paint = header && painter(bytes, header)
  if (header === undefined || paint === undefined) return undefined
  const { width, height, topDown } = header
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const row = topDown ? y : height - 1 - y
    for (let x = 0; x < width; x++) paint(x, row, data, (y * width + x) * 3)
  }
  return { data, width, height }
}

function painter(bytes: Uint8Array, header: BitmapHeader): Paint | undefined {
  const { packing, width, height } = header
  if (packing.kind === 'runs') {
    const places = unpackRuns(bytes.subarray(header.pixels), { width, height, bits: packing.bits })
    return places && inPalette(bytes, header, (x, row) => places[row * width + x] ?? 0)
  }
  const bits = packing.kind === 'bytes' ? 24 : packing.bits
  const stride = Math.ceil((width * bits) / 32) * 4
  // Rows are filled up to four bytes; some programs leave that out behind the last one.
  const end = header.pixels + stride * (height - 1) + Math.ceil((width * bits) / 8)
  if (end > bytes.length) return undefined
  const startOf = (row: number): number => header.pixels + stride * row
  switch (packing.kind) {
    case 'bytes':
      return (x, row, target, at) => copyColor(bytes, startOf(row) + 3 * x, target, at)
    case 'palette': {
      const perByte = 8 / bits
      return inPalette(bytes, header, (x, row) => {
        const byte = bytes[startOf(row) + Math.floor(x / perByte)] ?? 0
        return (byte >> (8 - bits * ((x % perByte) + 1))) & ((1 << bits) - 1)
      })
    }
    case 'masks': {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const colors = packing.masks.map(underMask)
      const numberAt = (at: number): number =>
        bits === 16 ? view.getUint16(at, true) : view.getUint32(at, true)
      return (x, row, target, at) => {
        const pixel = numberAt(startOf(row) + (x * bits) / 8)
        colors.forEach((color, channel) => {
          target[at + channel] = color(pixel)
        })
      }
    }
  }
}

const inPalette =
  (
    bytes: Uint8Array,
    { palette, paletteStep }: BitmapHeader,
    placeOf: (x: number, row: number) => number,
  ): Paint =>
  (x, row, target, at) =>
    copyColor(bytes, palette + placeOf(x, row) * paletteStep, target, at)

/** They stand as blue, green and red. */
function copyColor(bytes: Uint8Array, from: number, target: Uint8Array, at: number): void {
  target[at] = bytes[from + 2] ?? 0
  target[at + 1] = bytes[from + 1] ?? 0
  target[at + 2] = bytes[from] ?? 0
}

/** The part of a number that a mask covers, as 0 to 255. */
function underMask(mask: number): (pixel: number) => number {
  if (mask === 0) return () => 0
  const shift = 31 - Math.clz32(mask & -mask)
  const most = mask >>> shift
  return (pixel) => Math.round((((pixel & mask) >>> shift) * 255) / most)
}
