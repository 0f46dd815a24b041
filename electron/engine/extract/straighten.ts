import type { Point } from '../../../core/license/reading.ts'
import { quadCenter, quadHeight, quadWidth } from '../geometry/quad.ts'
import type { Line } from './line.ts'

interface Slope {
  readonly y: number
  readonly x: number
  readonly width: number
  readonly slope: number
}

/**
 * Text of one printed row may still climb or fall across a photographed card, and more so at the bottom than at the
 * top. Fits that slope over the long lines and gives the height of a point as if all rows were level.
 */
export function rowFinder(lines: readonly Line[]): (point: Point) => number {
  const slopes = lines
    .filter(({ quad }) => quadWidth(quad) > 3 * quadHeight(quad))
    .map(({ quad }): Slope => {
      const [x, y] = quadCenter(quad)
      const run = quad[1][0] - quad[0][0] + (quad[2][0] - quad[3][0])
      const rise = quad[1][1] - quad[0][1] + (quad[2][1] - quad[3][1])
      return { x, y, width: quadWidth(quad), slope: rise / (run || 1) }
    })
  if (slopes.length < 5) return ([, y]) => y
  const middleX = average(slopes.map(({ x }) => x))
  const middleY = average(slopes.map(({ y }) => y))
  const slopeAt = fitSlope(slopes, middleY)
  return ([x, y]) => {
    let row = y
    for (let round = 0; round < 3; round++) row = y - slopeAt(row) * (x - middleX)
    return row
  }
}

/** Weighted least squares of slope over height, repeated without the lines that stand off. */
function fitSlope(slopes: readonly Slope[], middleY: number): (y: number) => number {
  const reach = Math.max(...slopes.map(({ y }) => Math.abs(y - middleY))) || 1
  let kept = slopes
  let slopeAt = (_y: number): number => 0
  for (let round = 0; round < 4; round++) {
    let [s, sy, syy, sv, svy] = [0, 0, 0, 0, 0]
    for (const { y, width, slope } of kept) {
      const weight = width * width
      const height = (y - middleY) / reach
      s += weight
      sy += weight * height
      syy += weight * height * height
      sv += weight * slope
      svy += weight * height * slope
    }
    syy += s * 0.02
    const determinant = s * syy - sy * sy
    const level = (sv * syy - svy * sy) / determinant
    const change = (s * svy - sy * sv) / determinant
    slopeAt = (y) => level + (change * (y - middleY)) / reach
    const errors = slopes.map((line) => Math.abs(line.slope - slopeAt(line.y)))
    const tolerance = Math.max(0.012, 2.5 * median(errors))
    const near = slopes.filter((_, index) => (errors[index] ?? 0) < tolerance)
    kept = near.length < 4 ? slopes : near
  }
  return slopeAt
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
