import { expect, test } from 'vitest'
import { bitmapSize, decodeBitmap } from '../../../../electron/engine/decode/bitmap.ts'

interface Drawing {
  readonly bits: number
  /** Negative: rows from top to bottom. */
  readonly height: number
  readonly width: number
  readonly palette?: readonly (readonly [blue: number, green: number, red: number])[]
  /** Rows as they stand in the file, padding included. */
  readonly rows: readonly number[]
  readonly compression?: number
  /** Red, green, blue; right behind the header. */
  readonly masks?: readonly number[]
}

function bitmapFile(drawing: Drawing) {
  const { bits, width, height, palette = [], rows, compression = 0, masks = [] } = drawing
  const offset = 54 + (palette.length + masks.length) * 4
  const file = new Uint8Array(offset + rows.length)
  const view = new DataView(file.buffer)
  file.set([0x42, 0x4d])
  view.setUint32(10, offset, true)
  view.setUint32(14, 40, true)
  view.setInt32(18, width, true)
  view.setInt32(22, height, true)
  view.setUint16(28, bits, true)
  view.setUint32(30, compression, true)
  palette.forEach((color, index) => file.set(color, 54 + index * 4))
  masks.forEach((mask, index) => view.setUint32(54 + index * 4, mask, true))
  file.set(rows, offset)
  return file
}

const red = [255, 0, 0]
const green = [0, 255, 0]
const white = [255, 255, 255]

const pixelsOf = (file: Uint8Array): number[][] => {
  const { data } = decodeBitmap(file) ?? { data: new Uint8Array() }
  return Array.from({ length: data.length / 3 }, (_, index) => [
    ...data.subarray(index * 3, index * 3 + 3),
  ])
}

const palette = [
  [0, 0, 255],
  [0, 255, 0],
  [255, 255, 255],
] as const

test('reads 24 bits a pixel, the last row first, rows padded to four bytes', () => {
  const rows = [0, 255, 0, 0, 0, 0, 0, 0, 0, 0, 255, 0]
  expect(pixelsOf(bitmapFile({ bits: 24, width: 1, height: 3, rows }))).toEqual([
    red,
    [0, 0, 0],
    green,
  ])
})

test('reads rows from the top when the height is negative', () => {
  const rows = [0, 255, 0, 0, 0, 0, 255, 0]
  expect(pixelsOf(bitmapFile({ bits: 24, width: 1, height: -2, rows }))).toEqual([green, red])
})

test('reads 32 bits a pixel and leaves the fourth byte alone', () => {
  const rows = [0, 0, 255, 7, 255, 255, 255, 9]
  expect(pixelsOf(bitmapFile({ bits: 32, width: 2, height: 1, rows }))).toEqual([red, white])
})

test.each([
  [8, [1, 0, 2, 0]],
  [4, [0x10, 0x20, 0, 0]],
])('looks up %i bits a pixel in the palette', (bits, rows) => {
  const file = bitmapFile({ bits, width: 3, height: 1, palette, rows })
  expect(pixelsOf(file)).toEqual([green, red, white])
})

test('reads one bit a pixel, the highest first', () => {
  const file = bitmapFile({
    bits: 1,
    width: 10,
    height: 1,
    palette: palette.slice(0, 2),
    rows: [0b10000001, 0b01000000, 0, 0],
  })
  const ones = pixelsOf(file).flatMap((pixel, index) => (pixel[1] === 255 ? [index] : []))
  expect(ones).toEqual([0, 7, 9])
})

test('refuses a file that ends too early and one that is packed in a way that is not known', () => {
  const drawing = { bits: 24, width: 4, height: 4 }
  const whole = bitmapFile({ ...drawing, rows: Array.from({ length: 48 }, () => 1) })
  expect(decodeBitmap(whole)).toBeDefined()
  expect(decodeBitmap(whole.subarray(0, whole.length - 1))).toBeUndefined()
  expect(bitmapSize(bitmapFile({ ...drawing, rows: [], compression: 4 }))).toBeUndefined()
})

test('reads a last row that is not filled up to four bytes', () => {
  const rows = [0, 255, 0, 0, 0, 0, 255]
  expect(pixelsOf(bitmapFile({ bits: 24, width: 1, height: 2, rows }))).toEqual([red, green])
})

/** The bytes of numbers of so many bits, as they stand in a file. */
const numbers = (bits: 16 | 32, ...values: readonly number[]): number[] => {
  const view = new DataView(new ArrayBuffer((values.length * bits) / 8))
  values.forEach((value, index) => {
    if (bits === 16) view.setUint16(2 * index, value, true)
    else view.setUint32(4 * index, value, true)
  })
  return [...new Uint8Array(view.buffer)]
}

test.each([
  ['555 without masks', 16, undefined, [0x7c00, 0x03e0, 0x7fff, 0]],
  ['565', 16, [0xf800, 0x07e0, 0x001f], [0xf800, 0x07e0, 0xffff, 0]],
  ['blue first', 16, [0x001f, 0x07e0, 0xf800], [0x001f, 0x07e0, 0xffff, 0]],
  ['32 bits, red last', 32, [0xff, 0xff00, 0xff0000], [0xff, 0xff00, 0xffffffff, 0xff000000]],
  ['32 bits, red in front', 32, [0xff000000, 0xff0000, 0xff00], [0xff000000, 0xff0000, -1, 0xff]],
  ['10 bits each', 32, [0x3ff00000, 0xffc00, 0x3ff], [0x3ff00000, 0xffc00, 0x3fffffff, 0]],
] as const)('reads colors under masks: %s', (_, bits, masks, values) => {
  const rows = numbers(bits, ...values)
  const drawing = { bits, width: 4, height: 1, rows, compression: masks === undefined ? 0 : 3 }
  const file = bitmapFile(masks === undefined ? drawing : { ...drawing, masks })
  expect(pixelsOf(file)).toEqual([red, green, white, [0, 0, 0]])
})

test('spreads five bits over the whole of eight', () => {
  const rows = numbers(16, 1, 16)
  const file = bitmapFile({ bits: 16, width: 2, height: 1, rows })
  expect(pixelsOf(file).map(([, , blue]) => blue)).toEqual([8, 132])
})

/** Run lengths, the lowest row first; `pixelsOf` gives the highest first. */
const runs = (bits: 4 | 8, width: number, height: number, rows: readonly number[]): number[][] =>
  pixelsOf(bitmapFile({ bits, width, height, palette, rows, compression: bits === 8 ? 1 : 2 }))

test('unpacks runs of eight bits: repeated, as they are, skipped', () => {
  const rows = [2, 1, 1, 2, 0, 0, 0, 3, 1, 2, 0, 9, 0, 0, 0, 2, 2, 0, 1, 1, 0, 1]
  expect(runs(8, 3, 3, rows)).toEqual(
    [
      [red, red, green],
      [green, white, red],
      [green, green, white],
    ].flat(),
  )
})

test('unpacks runs of four bits, two pixels a byte', () => {
  const rows = [3, 0x12, 0, 0, 0, 3, 0x21, 0x20, 0, 1]
  expect(runs(4, 3, 2, rows)).toEqual(
    [
      [white, green, white],
      [green, white, green],
    ].flat(),
  )
})

test('needs no mark of the end where all rows are there, and calls cut off what ends before', () => {
  expect(runs(8, 2, 1, [2, 1])).toEqual([green, green])
  expect(runs(8, 2, 2, [2, 1])).toEqual([])
  expect(runs(8, 4, 1, [0, 4, 1, 1])).toEqual([])
})

test('loses what does not fit into a row, however long it is', () => {
  const rows = Array.from({ length: 2_000_000 }, () => [255, 1]).flat()
  const start = performance.now()
  expect(runs(8, 1, 1, rows)).toEqual([green])
  expect(performance.now() - start).toBeLessThan(3000)
})
