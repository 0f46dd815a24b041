import type { Doubt, Quad } from '../../../core/license/reading.ts'
import type { Segment } from '../extract/segment.ts'
import { quadHeight, quadWidth, sliceQuad } from '../geometry/quad.ts'
import type { Raster } from '../geometry/raster.ts'
import { inkColumns, inkDepth } from '../recognize/ink.ts'
import { cutLine } from '../recognize/recognize.ts'

/** From this length on, in heights of the line, an address fills its row and may go on in a second one. */
const fullRow = 17
/** From one row to the next, in heights of the line. */
const step = 1.25
/** How far right of where the second row begins to look, in heights of the line. */
const look = 1.5
/** Columns of ink, of 48 to the height of the line, that a digit at least has. */
const leastInk = 6

/** Ink of the second row may be paler than that of the first by this; the card's pattern is paler still. */
const paler = 0.7

/** A second row of so few characters that it was not found, under a first one that is full. */
export function lostSecondRow(card: Raster, segments: readonly Segment[]): Doubt[] {
  const [first, second] = segments
  if (first === undefined || second !== undefined) return []
  const [width, height] = [quadWidth(first.quad), quadHeight(first.quad)]
  if (width < fullRow * height) return []
  const start = sliceQuad(first.quad, 0, (look * height) / width)
  const depth = paler * inkDepth(cutLine(card, first.quad))
  const ink = inkColumns(cutLine(card, oneRowDown(start)), depth).filter(Boolean).length
  return ink < leastInk ? [] : [{ kind: 'gap', after: first.characters.length }]
}

function oneRowDown([topLeft, topRight, bottomRight, bottomLeft]: Quad): Quad {
  const [x, y] = [step * (bottomLeft[0] - topLeft[0]), step * (bottomLeft[1] - topLeft[1])]
  return [
    [topLeft[0] + x, topLeft[1] + y],
    [topRight[0] + x, topRight[1] + y],
    [bottomRight[0] + x, bottomRight[1] + y],
    [bottomLeft[0] + x, bottomLeft[1] + y],
  ]
}
