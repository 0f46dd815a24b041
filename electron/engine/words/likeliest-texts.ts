import { middleOf, type SeenCharacter, type SeenText } from './decode-text.ts'

type Steps = SeenText['steps']

/** What a step is taken to show at least of a character that is none of its candidates. */
const leastLikely = 0.002
/** A beginning that is less likely than the likeliest by this, as a natural logarithm, is not followed. */
const farthest = 10

/** How likely a beginning is, as logs: where a blank was seen last, and where its last character was. */
interface Beginning {
  /** Its last character, `''` where it is empty. */
  readonly last: string
  blank: number
  seen: number
}

/**
 * The texts that a line most likely says, likeliest first (CTC prefix beam search).
 * @param most so many are followed
 */
export function likeliestTexts(steps: Steps, most: number): readonly string[] {
  let beginnings = new Map<string, Beginning>([['', { last: '', blank: 0, seen: -Infinity }]])
  for (const candidates of steps) beginnings = likeliest(after(beginnings, candidates), most)
  return [...beginnings.keys()]
}

function after(
  beginnings: ReadonlyMap<string, Beginning>,
  candidates: Steps[number],
): Map<string, Beginning> {
  const next = new Map<string, Beginning>()
  const at = (text: string, last: string): Beginning => {
    const known = next.get(text) ?? { last, blank: -Infinity, seen: -Infinity }
    next.set(text, known)
    return known
  }
  const blank = logOf(candidates, '')
  for (const [text, { last, blank: rested, seen }] of beginnings) {
    const stay = at(text, last)
    stay.blank = logSum(stay.blank, logSum(rested, seen) + blank)
    if (last !== '') stay.seen = logSum(stay.seen, seen + logOf(candidates, last))
    for (const { text: character, confidence } of candidates) {
      if (character === '') continue
      const longer = at(text + character, character)
      const before = character === last ? rested : logSum(rested, seen)
      longer.seen = logSum(longer.seen, before + Math.log(confidence))
    }
  }
  return next
}

function likeliest(beginnings: Map<string, Beginning>, most: number): Map<string, Beginning> {
  const scored = [...beginnings].map(([text, { blank, seen }]) => ({
    text,
    score: logSum(blank, seen),
  }))
  const best = scored.reduce((high, { score }) => Math.max(high, score), -Infinity)
  return new Map(
    scored
      .filter(({ score }) => score > best - farthest)
      .toSorted((one, other) => other.score - one.score)
      .slice(0, most)
      .map(({ text }) => [text, beginnings.get(text)!]),
  )
}

const logSum = (one: number, other: number): number => {
  const [more, less] = one > other ? [one, other] : [other, one]
  return less === -Infinity ? more : more + Math.log1p(Math.exp(less - more))
}

function logOf(candidates: Steps[number], text: string): number {
  for (const candidate of candidates)
    if (candidate.text === text) return Math.log(Math.max(leastLikely, candidate.confidence))
  return Math.log(leastLikely)
}

/** A text as it would stand on a line. */
interface Aligned {
  readonly characters: readonly SeenCharacter[]
  /** Natural logarithm of how likely the line says just this. */
  readonly score: number
}

/** Where each character of a text stands on a line, and how likely the line says it; -Infinity where it is too short for it. */
export function alignTo(steps: Steps, text: string): Aligned {
  const characters = [...text]
  // Blank, character, blank, character … blank: each is stayed at, or left for the next.
  const states = 2 * characters.length + 1
  const shown = Array.from({ length: states }, (_, state) =>
    state % 2 === 0 ? '' : characters[state >> 1]!,
  )
  let scores = new Float64Array(states).fill(-Infinity)
  let next = new Float64Array(states)
  scores[0] = 0
  const cameFrom = new Uint8Array(steps.length * states)
  steps.forEach((candidates, step) => {
    for (let state = 0; state < states; state++) {
      let moved = 0
      const isNew = state % 2 === 1 && shown[state] !== shown[state - 2]
      for (let back = 1; back <= (isNew ? 2 : 1) && back <= state; back++)
        if (scores[state - back]! > scores[state - moved]!) moved = back
      const score = scores[state - moved]!
      next[state] = score === -Infinity ? score : score + logOf(candidates, shown[state]!)
      cameFrom[step * states + state] = moved
    }
    ;[scores, next] = [next, scores]
  })
  const last = scores[states - 1]! >= (scores[states - 2] ?? -Infinity) ? states - 1 : states - 2
  return { characters: along(steps, characters, cameFrom, last), score: scores[last]! }
}

function along(
  steps: Steps,
  characters: readonly string[],
  cameFrom: Uint8Array,
  last: number,
): SeenCharacter[] {
  const spans = characters.map(() => ({ first: 0, last: -1, confidence: 0 }))
  let state = last
  for (let step = steps.length - 1; step >= 0; step--) {
    const span = state % 2 === 1 ? spans[state >> 1] : undefined
    if (span !== undefined) {
      if (span.last < 0) span.last = step
      span.first = step
      span.confidence = Math.max(
        span.confidence,
        Math.exp(logOf(steps[step]!, characters[state >> 1]!)),
      )
    }
    state -= cameFrom[step * (2 * characters.length + 1) + state]!
  }
  return spans.map(({ first, last: end, confidence }, index) => ({
    text: characters[index]!,
    confidence,
    at: middleOf(first, Math.max(first, end), steps.length),
  }))
}
