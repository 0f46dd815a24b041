import type { Point, Quad } from '../../../core/license/reading.ts'
import { solve } from './solve.ts'

/** A projective map of the plane: the first eight numbers of a 3 × 3 matrix, row by row; the ninth is 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number]

/** The projective map that takes each corner of `from` to the same corner of `to`. */
export function homographyBetween(from: Quad, to: Quad): Homography {
  const rows = from.flatMap(([x, y], corner) => {
    const [u, v] = to[corner] ?? [0, 0]
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ]
  })
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solve(rows)
  return [a, b, c, d, e, f, g, h]
}

export function applyHomography([a, b, c, d, e, f, g, h]: Homography, [x, y]: Point): Point {
  const depth = g * x + h * y + 1
  return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth]
}
