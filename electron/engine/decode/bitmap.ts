import type { Raster } from '../geometry/raster.ts'
import { type BitmapHeader, readBitmapHeader } from './bitmap-header.ts'
import { unpackRuns } from './bitmap-runs.ts'

/** The size that a BMP header announces; nothing when it is no header of a kind that is read. */
export function bitmapSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const header = readBitmapHeader(bytes)
  return header && { width: header.width, height: header.height }
}

/** Writes the red, green and blue of every pixel of a row, counted as stored. */
type PaintRow = (row: number, target: Uint8Array, at: number) => void

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
  for (let y = 0; y < height; y++) paint(topDown ? y : height - 1 - y, data, y * width * 3)
  return { data, width, height }
}

function painter(bytes: Uint8Array, header: BitmapHeader): PaintRow | undefined {
  const { packing, width, height, pixels } = header
  if (packing.kind === 'runs') {
    const places = unpackRuns(bytes.subarray(pixels), { width, height, bits: packing.bits })
    return places && inPalette(bytes, header, (row) => places.subarray(row * width))
  }
  const bits = packing.kind === 'bytes' ? 24 : packing.bits
  const stride = Math.ceil((width * bits) / 32) * 4
  // Rows are filled up to four bytes; some programs leave that out behind the last one.
  const end = pixels + stride * (height - 1) + Math.ceil((width * bits) / 8)
  if (end > bytes.length) return undefined
  const rowAt = (row: number): Uint8Array => bytes.subarray(pixels + stride * row)
  switch (packing.kind) {
    case 'bytes':
      return (row, target, at) => {
        const colors = rowAt(row)
        for (let x = 0; x < 3 * width; x += 3) copyColor(colors, x, target, at + x)
      }
    case 'palette': {
      const places = new Uint8Array(width)
      return inPalette(bytes, header, (row) => unpackPlaces(rowAt(row), bits, places))
    }
    case 'masks':
      return underMasks(rowAt, width, bits, packing.masks)
  }
}

const inPalette =
  (
    bytes: Uint8Array,
    { palette, paletteStep, width }: BitmapHeader,
    placesIn: (row: number) => Uint8Array,
  ): PaintRow =>
  (row, target, at) => {
    const places = placesIn(row)
    for (let x = 0; x < width; x++)
      copyColor(bytes, palette + (places[x] ?? 0) * paletteStep, target, at + 3 * x)
  }

/** Of a row of so many bits a pixel, the highest first. */
function unpackPlaces(packed: Uint8Array, bits: number, places: Uint8Array): Uint8Array {
  const mask = (1 << bits) - 1
  for (let x = 0; x < places.length; x++) {
    const bit = x * bits
    places[x] = ((packed[bit >> 3] ?? 0) >> (8 - bits - (bit & 7))) & mask
  }
  return places
}

function underMasks(
  rowAt: (row: number) => Uint8Array,
  width: number,
  bits: number,
  masks: readonly [red: number, green: number, blue: number],
): PaintRow {
  const [red, green, blue] = [underMask(masks[0]), underMask(masks[1]), underMask(masks[2])]
  const step = bits / 8
  return (row, target, at) => {
    const pixels = rowAt(row)
    const view = new DataView(pixels.buffer, pixels.byteOffset, width * step)
    for (let x = 0; x < width; x++) {
      const pixel = bits === 16 ? view.getUint16(x * 2, true) : view.getUint32(x * 4, true)
      target[at + 3 * x] = red(pixel)
      target[at + 3 * x + 1] = green(pixel)
      target[at + 3 * x + 2] = blue(pixel)
    }
  }
}

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
