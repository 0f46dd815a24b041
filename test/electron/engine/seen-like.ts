import type { SeenText } from '../../../electron/engine/words/decode-text.ts'

/** A character that a network is made to see: where along the line, and what else it may be there. */
export interface SeenLike {
  readonly text: string
  readonly confidence: number
  /** 0 = start, 1 = end. */
  readonly at: number
  /** `''` for nothing. */
  readonly or?: Readonly<Record<string, number>>
}

const steps = 400

/** What a network sees of a line that shows these characters, and nothing between them. */
export function seenLike(characters: readonly SeenLike[]): SeenText {
  const shown = Array.from({ length: steps }, () => [{ text: '', confidence: 0.999 }])
  for (const { text, confidence, at, or = {} } of characters)
    shown[Math.round(at * steps - 0.75)] = [
      { text, confidence },
      ...Object.entries(or).map(([other, likely]) => ({ text: other, confidence: likely })),
    ].toSorted((one, other) => other.confidence - one.confidence)
  return {
    characters: characters.flatMap(({ text, confidence, at, or = {} }) =>
      Object.values(or).some((likely) => likely > confidence) ? [] : [{ text, confidence, at }],
    ),
    faint: [],
    steps: shown,
  }
}
