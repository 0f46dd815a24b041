import type { Quad } from '../../../core/license/reading.ts'
import type { Line } from '../extract/line.ts'
import { boxOf, quadHeight, quadWidth, sliceQuad } from '../geometry/quad.ts'
import type { Raster } from '../geometry/raster.ts'
import type { Models } from '../models/models.ts'
import { inkColumns, inkDepth } from '../recognize/ink.ts'
import { cutLine, lineHeight } from '../recognize/recognize.ts'
import { sealRedness } from '../recognize/redness.ts'
import { readQuads } from './read-lines.ts'

/** How far beyond its end a line may go on, in heights of the line: two characters and a little. */
const reach = 2.4
/** Ink that begins farther from the end, or from ink that goes on, than this belongs to something else. */
const farthest = 0.5
/** What is left around the ink. */
const margin = 0.15
/** Fewer columns of ink than this are a blurred edge. */
const leastInk = 4
/** Ink beyond the end may be paler than that of the line by this; the card's pattern is paler still. */
const paler = 0.7

/**
 * Reads those of the `wanted` lines again whose box ends before their ink does, as it may before a flat 一.
 * @returns all lines, in their order; the same array where none goes on
 */
export async function wholeLines(
  models: Models,
  card: Raster,
  lines: readonly Line[],
  wanted: (line: Line) => boolean,
): Promise<readonly Line[]> {
  const longer = lines.map((line) =>
    wanted(line) && line.redness <= sealRedness ? wholeQuad(card, line.quad, lines) : line.quad,
  )
  const changed = longer.filter((quad, index) => quad !== lines[index]?.quad)
  if (changed.length === 0) return lines
  const read = await readQuads(models, card, changed)
  return lines.map((line, index) => read.find(({ quad }) => quad === longer[index]) ?? line)
}

/** A line's place with the ink that adjoins its ends; the same quad where there is none. */
export function wholeQuad(card: Raster, quad: Quad, lines: readonly Pick<Line, 'quad'>[]): Quad {
  const beside = lines.map((line) => line.quad).filter((other) => other !== quad)
  const depth = paler * inkDepth(cutLine(card, quad))
  const share = quadHeight(quad) / (quadWidth(quad) || 1)
  const inkIn = (from: number, to: number): boolean[] =>
    to - from < farthest * share ? [] : inkColumns(cutLine(card, sliceQuad(quad, from, to)), depth)
  const room = roomBeside(quad, beside)
  const after = adjoining(inkIn(1, 1 + room.right * share))
  const before = adjoining(inkIn(-room.left * share, 0).toReversed())
  return after === 0 && before === 0 ? quad : sliceQuad(quad, -before * share, 1 + after * share)
}

/** What share of the lower one of two lines they have in common, at least, when they stand in one row. */
const leastCommon = 0.25

/** How far to either side nothing else was found, in heights of the line. */
function roomBeside(quad: Quad, others: readonly Quad[]): { left: number; right: number } {
  const own = boxOf(quad)
  const height = quadHeight(quad) || 1
  const inRow = others.map(boxOf).filter(({ top, bottom }) => {
    const common = Math.min(bottom, own.bottom) - Math.max(top, own.top)
    return common > leastCommon * Math.min(height, bottom - top)
  })
  const middle = (own.left + own.right) / 2
  const right = inRow.filter((box) => (box.left + box.right) / 2 > middle).map((box) => box.left)
  const left = inRow.filter((box) => (box.left + box.right) / 2 < middle).map((box) => box.right)
  return {
    left: Math.min(reach, (own.left - Math.max(-Infinity, ...left)) / height),
    right: Math.min(reach, (Math.min(Infinity, ...right) - own.right) / height),
  }
}

/** How far the ink goes on that begins at the start of the columns, in heights of the line; 0 for none. */
function adjoining(ink: readonly boolean[]): number {
  const marks = ink.flatMap((isInk, x) => (isInk ? [x] : []))
  const apart = marks.findIndex((x, index) => x - (marks[index - 1] ?? 0) > farthest * lineHeight)
  const own = apart < 0 ? marks : marks.slice(0, apart)
  const last = own.at(-1)
  return last === undefined || own.length < leastInk ? 0 : (last + 1) / lineHeight + margin
}
