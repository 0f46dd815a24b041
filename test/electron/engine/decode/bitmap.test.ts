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
}

function bitmapFile({ bits, width, height, palette = [], rows, compression = 0 }: Drawing) {
  const offset = 54 + palette.length * 4
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
