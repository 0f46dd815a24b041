import { expect, test } from 'vitest'
import type { Point, Quad } from '../../../../core/license/reading.ts'
import {
  applyHomography,
  homographyBetween,
} from '../../../../electron/engine/geometry/homography.ts'
import {
  lengthenQuad,
  orientQuad,
  quadHeight,
  quadWidth,
  sliceQuad,
} from '../../../../electron/engine/geometry/quad.ts'
import { halved, mirrored } from '../../../../electron/engine/geometry/raster.ts'
import {
  rectangleCorners,
  smallestRectangle,
} from '../../../../electron/engine/geometry/rectangle.ts'
import { warp } from '../../../../electron/engine/geometry/warp.ts'

const square: Quad = [
  [0, 0],
  [100, 0],
  [100, 40],
  [0, 40],
]
const keystone: Quad = [
  [12, 7],
  [93, 3],
  [104, 58],
  [2, 49],
]

const rounded = (quad: Quad): Point[] =>
  quad.map(([x, y]): Point => [Math.round(x) + 0, Math.round(y) + 0])

test('a homography takes corners to corners and back', () => {
  const there = homographyBetween(square, keystone)
  const back = homographyBetween(keystone, square)
  square.forEach((corner, index) => {
    const [x, y] = applyHomography(there, corner)
    expect(x).toBeCloseTo(keystone[index]?.[0] ?? Number.NaN, 6)
    expect(y).toBeCloseTo(keystone[index]?.[1] ?? Number.NaN, 6)
  })
  const [x, y] = applyHomography(back, applyHomography(there, [31, 17]))
  expect([Math.round(x * 1e6), Math.round(y * 1e6)]).toEqual([31e6, 17e6])
})

test.each([0, 30, 90, 135, 180, 250, 270, 359])(
  'corners are numbered along a reading direction of %i°, whatever their order was',
  (degrees) => {
    const angle = (degrees * Math.PI) / 180
    const [a, b, c, d] = rectangleCorners({
      centerX: 200,
      centerY: 150,
      width: 120,
      height: 30,
      angle,
    })
    for (const shuffled of [
      [a, b, c, d],
      [c, d, a, b],
      [d, c, b, a],
      [b, d, a, c],
    ] satisfies Quad[]) {
      expect(rounded(orientQuad(shuffled, angle))).toEqual(rounded([a, b, c, d]))
    }
  },
)

test('a slice and a margin keep to the direction of the quad', () => {
  expect(sliceQuad(square, 0.25, 0.5)).toEqual([
    [25, 0],
    [50, 0],
    [50, 40],
    [25, 40],
  ])
  const longer = lengthenQuad(square, 0.1)
  expect(quadWidth(longer)).toBeCloseTo(108)
  expect(quadHeight(longer)).toBeCloseTo(40)
})

test.each([0, 17, 45, 80, 120])('the smallest rectangle finds a box turned by %i°', (degrees) => {
  const angle = (degrees * Math.PI) / 180
  const corners = rectangleCorners({ centerX: 60, centerY: 40, width: 80, height: 20, angle })
  const center: Point = [60, 40]
  const box = smallestRectangle([...corners, center])
  expect(box.centerX).toBeCloseTo(60)
  expect(box.centerY).toBeCloseTo(40)
  expect(Math.max(box.width, box.height)).toBeCloseTo(80)
  expect(Math.min(box.width, box.height)).toBeCloseTo(20)
})

/** Red grows to the right, green downwards. */
function ramp(width: number, height: number) {
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([x, y, 0], (y * width + x) * 3)
  }
  return { data, width, height }
}

test('warping copies, turns and shrinks', () => {
  const picture = ramp(200, 100)
  const pixel = (quad: Quad, x: number, y: number, samples = 1): number[] => {
    const { data } = warp(picture, quad, 20, 10, samples)
    return [...data.subarray((y * 20 + x) * 3, (y * 20 + x) * 3 + 2)]
  }
  const part: Quad = [
    [50, 30],
    [70, 30],
    [70, 40],
    [50, 40],
  ]
  expect(pixel(part, 3, 4)).toEqual([53, 34])
  const [a, b, c, d] = part
  expect(pixel([c, d, a, b], 3, 4)).toEqual([66, 35])
  const large: Quad = [
    [0, 0],
    [200, 0],
    [200, 100],
    [0, 100],
  ]
  expect(pixel(large, 3, 4, 4)).toEqual([34, 44])
})

test('strokes of a much finer picture pale, and are not lost', () => {
  const fine = { data: new Uint8Array(400 * 200 * 3).fill(200), width: 400, height: 200 }
  for (let y = 0; y < 200; y++)
    for (let x = 2; x < 400; x += 8) fine.data.fill(0, (y * 400 + x) * 3, (y * 400 + x + 2) * 3)
  const whole: Quad = [
    [0, 0],
    [400, 0],
    [400, 200],
    [0, 200],
  ]
  const { data } = warp(fine, whole, 50, 25, 8)
  expect([...new Set(data)]).toEqual([150])
})

test('half as fine, a pixel is the mean of four', () => {
  const picture = ramp(6, 5)
  const half = halved(picture)
  expect([half.width, half.height]).toEqual([3, 2])
  expect([...half.data.subarray(0, 9)]).toEqual([0, 0, 0, 2, 0, 0, 4, 0, 0])
  expect(halved(picture)).toBe(half)
})

test('warping beyond the edge repeats the edge', () => {
  const picture = ramp(20, 10)
  const { data } = warp(
    picture,
    [
      [-20, -10],
      [40, -10],
      [40, 20],
      [-20, 20],
    ],
    60,
    30,
  )
  expect([...data.subarray(0, 2)]).toEqual([0, 0])
  expect(data.at(-3)).toBeGreaterThanOrEqual(18)
})

test('the mirror exchanges left and right', () => {
  const dots = (values: readonly number[]): Uint8Array =>
    Uint8Array.from(values.flatMap((value) => [value, value + 100, value + 200]))
  expect(mirrored({ data: dots([1, 2, 3, 4, 5, 6]), width: 3, height: 2 })).toEqual({
    data: dots([3, 2, 1, 6, 5, 4]),
    width: 3,
    height: 2,
  })
})
