import type { Doubt } from '../../../core/license/reading.ts'
import type { Segment } from '../extract/segment.ts'
import type { Raster } from '../geometry/raster.ts'
import { inkColumns } from '../recognize/ink.ts'
import { usualCell } from '../recognize/fill-gaps.ts'
import { cutLine } from '../recognize/recognize.ts'
import { findGaps } from '../recognize/gap.ts'

/** Gaps in what a field was read from, counted over the characters of all its segments. */
export function gapsInField(card: Raster, segments: readonly Segment[]): Doubt[] {
  let before = 0
  return segments.flatMap((segment) => {
    const offset = before
    before += segment.characters.length
    return gapsIn(card, segment).map((after): Doubt => ({ kind: 'gap', after: offset + after }))
  })
}

/** Looks at the whole line, for labels stand in it too, but tells only of the segment. */
function gapsIn(card: Raster, { line, start, characters }: Segment): number[] {
  const cut = cutLine(card, line.quad)
  const standing = line.characters.map(({ text, at }) => ({ text, x: at * cut.width }))
  return findGaps(inkColumns(cut), standing, usualCell)
    .map(({ after }) => after - start)
    .filter((after) => after >= 0 && after <= characters.length)
}
