import type { Point, Quad } from '../../../core/license/reading.ts'
import type { Box } from '../forms/form.ts'
import { applyHomography, type Homography } from '../geometry/homography.ts'

/** The map that turns, scales and moves so that two points come to lie on two others. */
export function similarity(fromA: Point, fromB: Point, toA: Point, toB: Point): Homography {
  const [dx, dy] = [fromB[0] - fromA[0], fromB[1] - fromA[1]]
  const [u, v] = [toB[0] - toA[0], toB[1] - toA[1]]
  const size = dx * dx + dy * dy || 1
  const cosine = (dx * u + dy * v) / size
  const sine = (dx * v - dy * u) / size
  return [
    cosine,
    -sine,
    toA[0] - cosine * fromA[0] + sine * fromA[1],
    sine,
    cosine,
    toA[1] - sine * fromA[0] - cosine * fromA[1],
    0,
    0,
  ]
}

/** First `inner`, then `outer`. */
export function compose(outer: Homography, inner: Homography): Homography {
  const a = [...outer, 1]
  const b = [...inner, 1]
  const product = Array.from({ length: 9 }, (_, cell) => {
    const [row, column] = [Math.floor(cell / 3), cell % 3]
    return [0, 1, 2].reduce((sum, k) => sum + a[row * 3 + k]! * b[k * 3 + column]!, 0)
  })
  const [m0 = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0, m6 = 0, m7 = 0, scale = 1] = product
  return [
    m0 / scale,
    m1 / scale,
    m2 / scale,
    m3 / scale,
    m4 / scale,
    m5 / scale,
    m6 / scale,
    m7 / scale,
  ]
}

/** Where a box of the form lies in the picture. */
export const placeOf = (pose: Homography, [left, top, right, bottom]: Box): Quad => [
  applyHomography(pose, [left, top]),
  applyHomography(pose, [right, top]),
  applyHomography(pose, [right, bottom]),
  applyHomography(pose, [left, bottom]),
]

const paper: Box = [0, 0, 88, 60]

/** Whether a point of the picture lies on the paper. */
export function isInside(pose: Homography, [x, y]: Point): boolean {
  const corners = placeOf(pose, paper)
  return corners.every((corner, index) => {
    const next = corners[(index + 1) % 4] ?? corner
    return (next[0] - corner[0]) * (y - corner[1]) - (next[1] - corner[1]) * (x - corner[0]) >= 0
  })
}
