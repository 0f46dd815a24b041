import type { Raster } from '../geometry/raster.ts'
import type { SeenCharacter, SeenText } from './decode-text.ts'
import { inkColumns } from './ink.ts'

/** Paper between two letters that is wider than this share of the line's height is a blank. */
const leastWidth = 0.3
/** A blank is wider than what usually lies between the letters of the name by this. */
const leastRatio = 2.2
/** The same where the network nearly read a blank. */
const leastFaintWidth = 0.2
/** How sure a blank is that was measured, not read. */
const measured = 0.5
/** How likely it held the blank then, at least. */
const leastFaint = 0.2

/** A foreigner's name as it is printed: capital letters. */
const capitals = /[A-Z][A-Z .,'-]{3,}/

/** Puts the blanks between words in capital letters, which the network tends to drop, into whatever a line is taken to say. */
export function withBlanks(
  line: Raster,
): (text: Pick<SeenText, 'characters' | 'faint'>) => readonly SeenCharacter[] {
  let known: readonly boolean[] | undefined
  return ({ characters, faint }) => {
    const name = capitals.exec(characters.map(({ text }) => text || '?').join(''))
    if (name === null) return characters
    const [first, last] = [name.index, name.index + name[0].length]
    const ink = (known ??= inkColumns(line))
    const gapBefore = (index: number): number =>
      longestGap(
        ink,
        (characters[index - 1]?.at ?? 0) * line.width,
        (characters[index]?.at ?? 0) * line.width,
      )
    const gaps = characters.slice(first + 1, last).map((_, offset) => gapBefore(first + 1 + offset))
    const usual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0
    return characters.flatMap((character, index) => {
      const before = characters[index - 1]
      if (before === undefined || index <= first || index >= last) return [character]
      if (before.text === ' ' || character.text === ' ') return [character]
      const gap = gapBefore(index)
      const nearly = faint.some(
        ({ text, confidence, at }) =>
          text === ' ' && confidence >= leastFaint && at > before.at && at < character.at,
      )
      const least = (nearly ? leastFaintWidth : leastWidth) * line.height
      if (gap < Math.max(least, leastRatio * usual)) return [character]
      const at = (before.at + character.at) / 2
      return [{ text: ' ', confidence: measured, at, others: [] }, character]
    })
  }
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
