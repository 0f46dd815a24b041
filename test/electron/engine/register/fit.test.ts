import { expect, test } from 'vitest'
import {
  applyHomography,
  type Homography,
} from '../../../../electron/engine/geometry/homography.ts'
import { type Constraint, fitHomography } from '../../../../electron/engine/register/fit.ts'

/** A card seen a little turned, larger and from the side; millimetres from its middle. */
const known: Homography = [1.03, -0.04, 1.2, 0.05, 0.97, -0.8, 0.0006, -0.0009]
const columns = [-40, -20, -4, 12, 22]
const rows = [-25, -20, -12, -6, 5, 11, 17, 24]

/** Some millimetre's tenths that look like chance. */
const noise = (index: number): number => 0.12 * Math.sin(index * 12.9898) * Math.cos(index * 4.1)

function constraints(): Constraint[] {
  return columns.flatMap((x, column) =>
    rows.flatMap((y, row) => {
      const [u, v] = applyHomography(known, [x, y])
      const index = column * rows.length + row
      return [
        { axis: 'x', x, y, value: u + noise(index), weight: 1 } as const,
        { axis: 'y', x, y, value: v + noise(index + 77), weight: 1 } as const,
      ]
    }),
  )
}

const farthest = (map: Homography): number =>
  Math.max(
    ...[-44, 44].flatMap((x) =>
      [-30, 30].map((y) => {
        const [[u, v], [p, q]] = [applyHomography(map, [x, y]), applyHomography(known, [x, y])]
        return Math.hypot(u - p, v - q)
      }),
    ),
  )

test('the map is found from places that are each off by a tenth of a millimetre', () => {
  expect(farthest([1, 0, 0, 0, 1, 0, 0, 0])).toBeGreaterThan(2)
  expect(farthest(fitHomography(constraints()))).toBeLessThan(0.35)
})

test('what weighs nearly nothing moves nearly nothing', () => {
  const stray = { axis: 'x', x: -40, y: 24, value: -20 } as const
  expect(farthest(fitHomography([...constraints(), { ...stray, weight: 0.002 }]))).toBeLessThan(0.4)
  expect(farthest(fitHomography([...constraints(), { ...stray, weight: 1 }]))).toBeGreaterThan(1)
})

test('without anything known nothing moves, and one place alone only shifts', () => {
  expect(fitHomography([])).toEqual([1, 0, 0, 0, 1, 0, 0, 0])
  const [a, , right, , e, down] = fitHomography([
    { axis: 'x', x: 0, y: 0, value: 2, weight: 1 },
    { axis: 'y', x: 0, y: 0, value: -1, weight: 1 },
  ])
  expect([a, e, right, down].map((value) => Math.round(value * 100) / 100)).toEqual([1, 1, 2, -1])
})
