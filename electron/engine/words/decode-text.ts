import type { LineScores } from './line-scores.ts'
import { isTraditional } from './traditional.ts'

/** What a character may be, with how likely the network holds it, 0..1; `''` for none. */
interface Candidate {
  readonly text: string
  readonly confidence: number
}

/** One character as the network saw it. */
export interface SeenCharacter extends Candidate {
  /** Where its middle lies along the line: 0 = start, 1 = end. */
  readonly at: number
}

/** A line as the network saw it. */
export interface SeenText {
  readonly characters: readonly SeenCharacter[]
  /** What may stand where nothing, or only punctuation, was read. */
  readonly faint: readonly SeenCharacter[]
  /** What each step may show, likeliest first. */
  readonly steps: readonly (readonly Candidate[])[]
}

/** From this probability on a step needs no second look at what else it may be. */
const certain = 0.99
/** The network tells of a character this many steps before its middle. */
const lag = 0.25

/**
 * Greedy CTC decoding of one line: the likeliest class per step, repeats merged, blanks dropped. Traditional
 * characters, which no license is printed in, give way to the next candidate.
 * @param characters text of each class, class 0 the blank
 * @param meaningOf what a character is taken for where it stands; nothing where it cannot stand
 */
export function decodeText(
  { candidates: scores, steps }: LineScores,
  characters: readonly string[],
  meaningOf: (text: string) => string | undefined = itself,
): SeenText {
  const read = new Run()
  const faint = new Run()
  const shown = scores.map((score) => candidatesOf(score, characters, meaningOf))
  shown.forEach((candidates, step) => {
    const at = (first: number): number => middleOf(first, step, steps)
    read.add(candidates[0], step, at)
    faint.add(isWritten(candidates[0]) ? undefined : candidates.find(isWritten), step, at)
  })
  return { characters: read.characters, faint: faint.characters, steps: shown }
}

/** Where the middle of a character lies along a line that was told of from one step to another. */
export const middleOf = (first: number, last: number, steps: number): number =>
  Math.min(1, ((first + last + 1) / 2 + lag) / steps)

const itself = (text: string): string => text

const isWritten = (candidate: Candidate | undefined): boolean =>
  candidate !== undefined && /[\p{L}\p{N} ]/u.test(candidate.text)

/** Merges the steps in which the same character is the likeliest. */
class Run {
  readonly characters: SeenCharacter[] = []
  #previous = ''
  #first = 0

  add(best: Candidate | undefined, step: number, at: (first: number) => number): void {
    const text = best?.text ?? ''
    if (best !== undefined && text !== '') {
      const last = text === this.#previous ? this.characters.pop() : undefined
      if (last === undefined) this.#first = step
      const surer = last !== undefined && last.confidence > best.confidence ? last : undefined
      this.characters.push({ ...best, ...surer, at: at(this.#first) })
    }
    this.#previous = text
  }
}

/** What a step may show, likeliest first, `''` for nothing; only the likeliest where that is certain. */
function candidatesOf(
  scores: LineScores['candidates'][number],
  characters: readonly string[],
  meaningOf: (text: string) => string | undefined,
): Candidate[] {
  const [best] = scores
  const text = characters[best?.class ?? 0] ?? ''
  const likeliest = { text: meaningOf(text) ?? '', confidence: best?.confidence ?? 0 }
  if (likeliest.confidence > certain && !isTraditional(text)) return [likeliest]
  const found = new Map<string, number>()
  for (const { class: candidate, confidence } of scores) {
    const meaning = meaningOf(characters[candidate] ?? '')
    if (meaning === undefined || isTraditional(meaning)) continue
    found.set(meaning, (found.get(meaning) ?? 0) + confidence)
  }
  if (found.size === 0) return [likeliest]
  return [...found]
    .map(([meaning, confidence]) => ({ text: meaning, confidence }))
    .toSorted((one, other) => other.confidence - one.confidence)
}
