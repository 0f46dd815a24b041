import { expect, test } from 'vitest'
import {
  applyHomography,
  type Homography,
} from '../../../../electron/engine/geometry/homography.ts'
import {
  compose,
  isInside,
  placeOf,
  similarity,
} from '../../../../electron/engine/register/pose.ts'

/** Ten pixels to the millimetre, a quarter turn clockwise, the corner at 700, 100. */
const turned = similarity([0, 0], [88, 0], [700, 100], [700, 980])

test('two points come to lie on two others, and all else follows', () => {
  expect(applyHomography(turned, [0, 0])).toEqual([700, 100])
  expect(applyHomography(turned, [88, 0])).toEqual([700, 980])
  expect(applyHomography(turned, [0, 60])).toEqual([100, 100])
})

test('maps are done one after the other', () => {
  const inner: Homography = [1.1, 0.02, 3, -0.03, 0.9, 2, 0.001, -0.002]
  const both = compose(turned, inner)
  const [x, y] = applyHomography(both, [30, 20])
  const [u, v] = applyHomography(turned, applyHomography(inner, [30, 20]))
  expect([x, y]).toEqual([expect.closeTo(u), expect.closeTo(v)])
})

test('a box of the form lies in the picture in its own reading direction', () => {
  expect(placeOf(turned, [0, 0, 88, 60])).toEqual([
    [700, 100],
    [700, 980],
    [100, 980],
    [100, 100],
  ])
})

test('a point is on the paper or beside it', () => {
  expect(isInside(turned, [400, 500])).toBe(true)
  for (const beside of [
    [99, 500],
    [701, 500],
    [400, 99],
    [400, 981],
  ] as const)
    expect(isInside(turned, [beside[0], beside[1]])).toBe(false)
})
