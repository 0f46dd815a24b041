import { plainForms } from '../../../core/license/parse/characters.ts'
import type { Quad } from '../../../core/license/reading.ts'
import { quadHeight, sliceQuad } from '../geometry/quad.ts'
import type { SeenCharacter } from '../recognize/decode-text.ts'
import { type FoundLabel, findLabels, type Label } from './label.ts'
import { type Line, textOf } from './line.ts'
import type { rowFinder } from './straighten.ts'

/** A stretch of one line that is either one label or the text between labels. */
export interface Segment {
  readonly line: Line
  /** Number of the line's characters that stand before it. */
  readonly start: number
  readonly characters: readonly SeenCharacter[]
  readonly text: string
  readonly label?: Label
  /** The English half of a label. */
  readonly english: boolean
  readonly left: number
  readonly right: number
  /** Height of its middle once all rows are level; compare rows by this. */
  readonly row: number
  readonly height: number
  /** Its place on the straightened card. */
  readonly quad: Quad
}

/** Splits lines at the labels printed in them. */
export function segmentsOf(lines: readonly Line[], rowOf: ReturnType<typeof rowFinder>): Segment[] {
  return lines.flatMap((read) => {
    const line = { ...read, characters: read.characters.map(plainCharacter) }
    return cutsAt(findLabels(textOf(line.characters)), line.characters.length).flatMap((cut) => {
      const segment = cutSegment(line, cut.start, cut.end, rowOf)
      if (segment === undefined) return []
      const { found } = cut
      return [
        found === undefined ? segment : { ...segment, label: found.label, english: found.english },
      ]
    })
  })
}

interface Cut {
  readonly start: number
  readonly end: number
  readonly found?: FoundLabel
}

/** Labels and what stands before, between and behind them. */
function cutsAt(labels: readonly FoundLabel[], length: number): Cut[] {
  const parts = labels.flatMap((found, index): Cut[] => [
    { start: labels[index - 1]?.end ?? 0, end: found.start },
    { start: found.start, end: found.end, found },
  ])
  return [...parts, { start: labels.at(-1)?.end ?? 0, end: length }]
}

/** The line's characters from `start` to before `end`, without blanks at the ends; nothing when none is left. */
export function cutSegment(
  line: Line,
  start: number,
  end: number,
  rowOf: ReturnType<typeof rowFinder>,
): Segment | undefined {
  const { characters } = line
  let [from, to] = [start, end]
  while (from < to && characters[from]?.text.trim() === '') from += 1
  while (to > from && characters[to - 1]?.text.trim() === '') to -= 1
  if (from >= to) return undefined
  const own = characters.slice(from, to)
  const quad = sliceQuad(line.quad, edgeBefore(characters, from), edgeBefore(characters, to))
  const left = (quad[0][0] + quad[3][0]) / 2
  const right = (quad[1][0] + quad[2][0]) / 2
  const middleY = (quad[0][1] + quad[1][1] + quad[2][1] + quad[3][1]) / 4
  return {
    line,
    start: from,
    characters: own,
    text: textOf(own),
    english: false,
    left,
    right,
    row: rowOf([(left + right) / 2, middleY]),
    height: quadHeight(line.quad),
    quad,
  }
}

/** The part of a segment from character `start` to before `end` of its text. */
export function narrow(segment: Segment, start: number, end: number): Segment {
  const first = segment.start
  const part = cutSegment(segment.line, first + start, first + end, () => segment.row)
  return part === undefined ? segment : { ...segment, ...part }
}

/** Where, along the line, the gap before character number `index` lies. */
function edgeBefore(characters: readonly SeenCharacter[], index: number): number {
  const before = characters[index - 1]?.at
  const after = characters[index]?.at
  if (before === undefined) return 0
  if (after === undefined) return 1
  return (before + after) / 2
}

function plainCharacter(character: SeenCharacter): SeenCharacter {
  const text = plainForms(character.text)
  return text.length === 1 ? { ...character, text } : character
}
