import type { Block } from '../models/network.ts'

/** What a step of a line may show. */
interface ClassScore {
  readonly class: number
  /** 0..1. */
  readonly confidence: number
}

/** Characters of which every step tells how likely they are, `''` the blank of CTC, and where each of them stands. */
export interface Watched {
  readonly columnOf: ReadonlyMap<string, number>
  /** The class of each column. */
  readonly classes: Int32Array
}

/** What the recognition network says of one line, as far as it is wanted. */
export interface LineScores {
  /** Steps that the line itself fills, not the padding of its batch. */
  readonly steps: number
  /** Of every step the likeliest class first, then those that are not unlikely. */
  readonly candidates: readonly (readonly ClassScore[])[]
  /** How likely the watched characters are: steps × columns. */
  readonly likely: Float32Array
  readonly columnOf: Watched['columnOf']
}

/** What is less likely than this is no candidate. */
const leastCandidate = 0.004

export const nothingWatched: Watched = { columnOf: new Map(), classes: new Int32Array() }

export function watchedOf(
  characters: Iterable<string>,
  classOf: ReadonlyMap<string, number>,
): Watched {
  const known = [...new Set(['', ...characters])].filter((character) => classOf.has(character))
  return {
    columnOf: new Map(known.map((character, column) => [character, column])),
    classes: Int32Array.from(known, (character) => classOf.get(character) ?? 0),
  }
}

/**
 * Keeps of a network's numbers what is wanted: they are thousands for every step.
 * @param line which of the batch
 * @param filled steps of it that the line itself fills
 */
export function scoresIn(
  { data, shape }: Block,
  line: number,
  filled: number,
  { columnOf, classes: watched }: Watched,
): LineScores {
  const [, steps = 0, classes = 0] = shape
  const candidates: (readonly ClassScore[])[] = []
  const likely = new Float32Array(filled * watched.length)
  for (let step = 0; step < filled; step++) {
    const from = (line * steps + step) * classes
    candidates.push(candidatesAt(data, from, classes))
    for (let column = 0; column < watched.length; column++)
      likely[step * watched.length + column] = data[from + watched[column]!]!
  }
  return { steps: filled, candidates, likely, columnOf }
}

/** All that a step may show is likely by 1 together, but for how exactly the network adds. */
const together = 1.0001

function candidatesAt(data: Float32Array, from: number, classes: number): ClassScore[] {
  const found: ClassScore[] = []
  let left = together
  for (let candidate = 0; candidate < classes && left >= leastCandidate; candidate++) {
    const confidence = data[from + candidate]!
    if (confidence < leastCandidate) continue
    found.push({ class: candidate, confidence })
    left -= confidence
  }
  return found.length === 0
    ? [likeliestAt(data, from, classes)]
    : found.toSorted((one, other) => other.confidence - one.confidence)
}

function likeliestAt(data: Float32Array, from: number, classes: number): ClassScore {
  let best = 0
  for (let candidate = 1; candidate < classes; candidate++)
    if (data[from + candidate]! > data[from + best]!) best = candidate
  return { class: best, confidence: data[from + best]! }
}

/** Lines one after the other, as if they stood in one, a blank between each two. */
export function joinScores(lines: readonly LineScores[]): LineScores {
  const columnOf = lines[0]?.columnOf ?? nothingWatched.columnOf
  const between = new Float32Array(columnOf.size)
  const blank = columnOf.get('')
  if (blank !== undefined) between[blank] = 1
  const parts = lines
    .map(({ likely }, index) => (index === 0 ? [likely] : [between, likely]))
    .flat()
  const likely = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    likely.set(part, at)
    at += part.length
  }
  const candidates = lines.flatMap((line, index) =>
    index === 0 ? line.candidates : [[{ class: 0, confidence: 1 }], ...line.candidates],
  )
  return { steps: candidates.length, candidates, likely, columnOf }
}
