import type { Segment } from './segment.ts'

/**
 * A segment as sure as its meaning: what else a character may be counts for it where the field takes both for the same.
 * @param meaningOf what the field makes of a character, by the character before it
 */
export function surer(
  segment: Segment,
  meaningOf: (text: string, before: string) => string,
): Segment {
  const characters = segment.characters.map((character, index) => {
    const before = segment.characters[index - 1]?.text ?? ''
    const meaning = meaningOf(character.text, before)
    const same = character.others.filter(({ text }) => meaningOf(text, before) === meaning)
    const confidence = same.reduce((sum, other) => sum + other.confidence, character.confidence)
    return { ...character, confidence: Math.min(1, confidence) }
  })
  return { ...segment, characters }
}
