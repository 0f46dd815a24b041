import type { Box, Form, PrintedWord, ValuePlace } from '../forms/form.ts'

/** How far the printer shifted the values of a form together, in millimetres. */
export interface Drift {
  readonly across: number
  readonly down: number
}

/** A line is as high as a value where its height is within these shares of the value's. */
const asHigh = { least: 0.7, most: 1.5 } as const
/** Values are not shifted by more than this, in millimetres. */
const farthest = 2.6
/** Where the shift down is known, a line stands in the row of a value where it is off by less than this, in millimetres. */
const inRow = 0.9

/**
 * Measures the drift by the lines of text where values stand: the middle of what they tell counts.
 * @param least with fewer lines than this none is measured
 */
export function measureDrift(values: Form['values'], lines: readonly Box[], least = 3): Drift {
  const offs = Object.values(values).flatMap((value) => {
    const [left, , right] = value.box
    return lines
      .filter((line) => line[0] > left - 1 && line[0] < right - 2 && line[2] < right + 6)
      .flatMap((line) => offRow(line, value))
      .filter((off) => Math.abs(off) < farthest)
  })
  const down = offs.length < least ? 0 : middle(offs)
  const besides = Object.values(values).flatMap((value) =>
    lines
      .filter((line) => offRow(line, value).some((off) => Math.abs(off - down) < inRow))
      .flatMap(([left]) => (value.begins === undefined ? [] : [left - value.begins]))
      .filter((off) => Math.abs(off) < farthest),
  )
  return { across: middle(besides), down }
}

/** How far down a line stands from the row of a value, if it is as high. */
function offRow(line: Box, { box: [, top, , bottom], height }: ValuePlace): readonly number[] {
  const high = (line[3] - line[1]) / height
  return high > asHigh.least && high < asHigh.most
    ? [(line[1] + line[3]) / 2 - (top + bottom) / 2]
    : []
}

/** Of two in the middle the greater; 0 of none. */
function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/** Beside the ink so much paper is shown, in millimetres. */
const margin = 0.4

/**
 * A place where the drift put it. It begins earlier where the ink does, but not before its label ends, and ends later.
 * @param words of the form
 */
export function drifted(
  place: ValuePlace,
  { across, down }: Drift,
  words: readonly PrintedWord[],
): ValuePlace {
  const { begins, ends, box } = place
  const [left, top, right, bottom] = box
  const start =
    begins === undefined
      ? left
      : Math.max(labelEnd(place, words), Math.min(left, begins + across - margin))
  const end = ends === undefined ? right : Math.max(right, ends + across + margin)
  return { ...place, box: [start, top + down, end, bottom + down] }
}

/** Where the label of a value ends, in millimetres. */
function labelEnd(
  { box: [left, top, , bottom] }: ValuePlace,
  words: readonly PrintedWord[],
): number {
  const ends = words.flatMap(({ box: [, above, end, below], isSmall }) =>
    isSmall !== true && above < bottom && below > top && end <= left ? [end] : [],
  )
  return Math.max(0, ...ends)
}
