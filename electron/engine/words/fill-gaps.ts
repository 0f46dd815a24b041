import { findGaps } from './gap.ts'
import type { Raster } from '../geometry/raster.ts'
import type { SeenCharacter, SeenText } from './decode-text.ts'
import { inkColumns } from './ink.ts'

/** Width of a full character in the cut of a line, in pixels. */
export const usualCell = 40
/** What is less likely than this is not read, though ink stands there. */
const least = 0.1

/**
 * Where ink stands and the network read nothing, or a mere mark, takes the likeliest character it had in mind there.
 * Such a character is so little sure that its field is always looked at.
 */
export function fillGaps(line: Raster, { characters, faint }: SeenText): readonly SeenCharacter[] {
  const likely = faint.filter(({ text, confidence }) => text !== ' ' && confidence >= least)
  if (likely.length === 0) return characters
  const written = characters.filter(({ text }) => !isMark(text))
  const standing = written.map(({ text, at }) => ({ text, x: at * line.width }))
  const filling = findGaps(inkColumns(line), standing, usualCell).flatMap(({ after }) => {
    const from = written[after - 1]?.at ?? 0
    const to = written[after]?.at ?? 1
    const inside = likely.filter(({ at }) => at > from && at < to)
    return inside.toSorted((a, b) => b.confidence - a.confidence).slice(0, 1)
  })
  if (filling.length === 0) return characters
  const reach = usualCell / 2 / line.width
  const kept = characters.filter(
    ({ text, at }) => !isMark(text) || filling.every((one) => Math.abs(one.at - at) > reach),
  )
  return [...kept, ...filling].toSorted((a, b) => a.at - b.at)
}

const isMark = (text: string): boolean => /^[\p{P}\p{S}]$/u.test(text) && text !== '-'
