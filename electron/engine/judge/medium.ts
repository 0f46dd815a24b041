import type { Reading } from '../../../core/license/reading.ts'
import type { Raster } from '../geometry/raster.ts'
import { applyHomography, type Homography } from '../geometry/homography.ts'

/** The paper of a license is green: where red, green and blue lie closer together than this, it is a photocopy. */
const leastColour = 5

/** Places on the form that are green paper on every card, in millimetres. */
const paper = [
  [8, 10],
  [80, 10],
  [12, 29],
  [60, 29],
  [48, 37.5],
  [30, 57.5],
  [50, 57.8],
  [84, 6],
] as const
/** Looked at around each place, in millimetres. */
const reach = [-1.2, -0.6, 0, 0.6, 1.2] as const

/** Whether a license is printed or a photocopy of one, by the colour of its paper. */
export function mediumOf(
  picture: Raster,
  pose: Homography,
): Exclude<Reading['medium'], 'electronic'> {
  const spreads: number[] = []
  for (const [x, y] of paper)
    for (const right of reach)
      for (const down of reach) {
        const [u, v] = applyHomography(pose, [x + right, y + down]).map(Math.round)
        if (u === undefined || v === undefined) continue
        if (u < 0 || v < 0 || u >= picture.width || v >= picture.height) continue
        const at = (v * picture.width + u) * 3
        const [red, green, blue] = [picture.data[at]!, picture.data[at + 1]!, picture.data[at + 2]!]
        spreads.push(Math.max(red, green, blue) - Math.min(red, green, blue))
      }
  const sorted = spreads.toSorted((a, b) => a - b)
  const usual = sorted[Math.floor(sorted.length * 0.6)]
  return usual !== undefined && usual < leastColour ? 'copy' : 'print'
}
