import type { LineScores } from './line-scores.ts'
import { isTraditional } from './traditional.ts'

/** What a character may be, with how likely the network holds it, 0..1. */
interface Candidate {
  readonly text: string
  readonly confidence: number
}

/** One character as the network saw it. */
export interface SeenCharacter extends Candidate {
  /** Where its middle lies along the line: 0 = start, 1 = end. */
  readonly at: number
  /** What else it may be, likeliest first; none where the network was sure. */
  readonly others: readonly Candidate[]
}

/** A line as the network saw it. */
export interface SeenText {
  readonly characters: readonly SeenCharacter[]
  /** What may stand where nothing, or only punctuation, was read. */
  readonly faint: readonly SeenCharacter[]
}

/** From this probability on a step needs no second look at what else it may be. */
const certain = 0.97
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
  scores.forEach((score, step) => {
    const candidates = candidatesOf(score, characters, meaningOf)
    const at = (first: number): number => Math.min(1, ((first + step + 1) / 2 + lag) / steps)
    read.add(candidates, step, at)
    faint.add(isWritten(candidates[0]) ? [] : candidates.filter(isWritten), step, at)
  })
  return { characters: read.characters, faint: faint.characters }
}

const itself = (text: string): string => text

const isWritten = (candidate: Candidate | undefined): boolean =>
  candidate !== undefined && /[\p{L}\p{N} ]/u.test(candidate.text)

/** Merges the steps in which the same character is the likeliest. */
class Run {
  readonly characters: SeenCharacter[] = []
  #previous = ''
  #first = 0

  add([best, ...others]: readonly Candidate[], step: number, at: (first: number) => number): void {
    const text = best?.text ?? ''
    if (best !== undefined && text !== '') {
      const last = text === this.#previous ? this.characters.pop() : undefined
      if (last === undefined) this.#first = step
      const surer = last !== undefined && last.confidence > best.confidence ? last : undefined
      const rest = others.filter((other) => other.text !== '')
      this.characters.push({ ...best, others: rest, ...surer, at: at(this.#first) })
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
