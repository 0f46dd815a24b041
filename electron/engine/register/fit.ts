import type { Homography } from '../geometry/homography.ts'
import { solve } from '../geometry/solve.ts'

/** One coordinate of a place on the form, and what it should be where the form is seen. */
export interface Constraint {
  readonly axis: 'x' | 'y'
  readonly x: number
  readonly y: number
  readonly value: number
  readonly weight: number
}

/** How little each number of the map should differ from that of the map that changes nothing. */
const stiffness = [0.4, 0.4, 0.02, 0.4, 0.4, 0.02, 400, 400] as const
const identity = [1, 0, 0, 0, 1, 0, 0, 0] as const

/**
 * The projective map near to the one that changes nothing that fits the constraints best, in the sense of weighted
 * least squares. Places and values in millimetres, counted from the middle of the form.
 */
export function fitHomography(constraints: readonly Constraint[]): Homography {
  const normal = Array.from({ length: 8 }, () => Array.from({ length: 9 }, () => 0))
  const add = (row: readonly number[], right: number, weight: number): void => {
    for (let i = 0; i < 8; i++) {
      if (row[i] === 0) continue
      const target = normal[i]!
      for (let j = 0; j < 8; j++) target[j]! += weight * row[i]! * row[j]!
      target[8]! += weight * row[i]! * right
    }
  }
  for (const { axis, x, y, value, weight } of constraints) {
    const row =
      axis === 'x'
        ? [x, y, 1, 0, 0, 0, -value * x, -value * y]
        : [0, 0, 0, x, y, 1, -value * x, -value * y]
    add(row, value, weight)
  }
  identity.forEach((value, index) => {
    const row = identity.map((_, at) => (at === index ? 1 : 0))
    add(row, value, stiffness[index]! ** 2)
  })
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0] = solve(normal)
  return [a, b, c, d, e, f, g, h]
}
