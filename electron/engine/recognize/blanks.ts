import type { Raster } from '../geometry/raster.ts'
import type { SeenCharacter, SeenText } from './decode-text.ts'
import { inkColumns } from './ink.ts'

/** Paper between two letters that is wider than this share of the line's height is a blank. */
const leastWidth = 0.3
/** The same where the network nearly read a blank. */
const leastFaintWidth = 0.2
/** How likely it held the blank then, at least. */
const leastFaint = 0.2

/** A foreigner's name as it is printed: capital letters. */
const capitals = /[A-Z][A-Z .,'-]{3,}/

/** Puts the blanks between words in capital letters, which the network tends to drop. */
export function withBlanks(
  line: Raster,
  { characters, faint }: SeenText,
): readonly SeenCharacter[] {
  const name = capitals.exec(characters.map(({ text }) => text || '?').join(''))
  if (name === null) return characters
  const [first, last] = [name.index, name.index + name[0].length]
  const ink = inkColumns(line)
  return characters.flatMap((character, index) => {
    const before = characters[index - 1]
    if (before === undefined || index <= first || index >= last) return [character]
    if (before.text === ' ' || character.text === ' ') return [character]
    const gap = longestGap(ink, before.at * line.width, character.at * line.width)
    const nearly = faint.some(
      ({ text, confidence, at }) =>
        text === ' ' && confidence >= leastFaint && at > before.at && at < character.at,
    )
    if (gap < (nearly ? leastFaintWidth : leastWidth) * line.height) return [character]
    const confidence = Math.min(before.confidence, character.confidence)
    const at = (before.at + character.at) / 2
    return [{ text: ' ', confidence, at, others: [] }, character]
  })
}

function longestGap(ink: readonly boolean[], from: number, to: number): number {
  let longest = 0
  let length = 0
  for (let x = Math.round(from); x < to; x++) {
    length = ink[x] === true ? 0 : length + 1
    longest = Math.max(longest, length)
  }
  return longest
}
