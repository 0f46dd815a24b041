import { plainForms } from '../../../core/license/parse/characters.ts'
import { crossings } from './crossings.ts'
import { lostCharacters } from '../read/lost-characters.ts'
import type { Strip } from '../read/strips.ts'
import { inkIn, mean } from '../read/value-ink.ts'
import { withBlanks } from '../words/blanks.ts'
import type { SeenCharacter } from '../words/decode-text.ts'
import { alignTo, likeliestTexts } from '../words/likeliest-texts.ts'

/** What may stand in a row, as two looks at it saw it. */
export interface RowText {
  /** The look that sees it more clearly. */
  readonly strip: Strip
  readonly characters: readonly SeenCharacter[]
  /** After how many characters ink stands that none of them explains. */
  readonly lost: readonly number[]
  /** How likely it is seen there, as a natural logarithm; ink that it leaves unread makes it less so. */
  readonly score: number
}

/** So many texts of each look are weighed under both. */
const followed = 8
/** What is less likely than the likeliest by this is not what stands there, whatever may speak for it. */
const farthest = 9
/** What ink costs that no character explains, in each look: in front of the first, where networks overlook most, and elsewhere. */
const unread = { before: 3.2, elsewhere: 0.7 } as const

/**
 * What may stand in a row, likeliest first: every text that one of two looks nearly read, as likely as both hold it.
 * @param isFree whether nothing is printed in front of the row
 */
export function rowTexts(looks: readonly [Strip, Strip], isFree = false): readonly RowText[] {
  const [first, second] = [lookAt(looks[0], isFree), lookAt(looks[1], isFree)]
  const rows = textsOf(looks).map((text) => together(first(text), second(text)))
  const best = rows.reduce((most, { score }) => Math.max(most, score), -Infinity)
  return rows
    .filter(({ score }) => score >= best - farthest)
    .toSorted((one, other) => other.score - one.score)
}

/** What one of the looks most likely says, and what is like both. */
function textsOf(looks: readonly [Strip, Strip]): string[] {
  const [ones = [], others = []] = looks.map(({ seen }) => likeliestTexts(seen.steps, followed))
  const crossed = crossings(ones[0] ?? '', others[0] ?? '')
  return [...new Set([...ones, ...others, ...crossed])]
}

/** How one look sees a text. */
function lookAt(strip: Strip, isFree: boolean): (text: string) => RowText {
  const lostOf = lostCharacters(strip.cut, isFree)
  const own = ownCharacters(strip)
  return (text) => {
    const aligned = alignTo(strip.seen.steps, text)
    const characters = own(aligned.characters)
    const lost = lostOf(characters)
    const cost = lost.reduce(
      (sum, after) => sum + (after === 0 ? unread.before : unread.elsewhere),
      0,
    )
    return { strip, characters, lost, score: aligned.score - cost }
  }
}

function together(one: RowText, other: RowText): RowText {
  const [clearer, fainter] = one.score >= other.score ? [one, other] : [other, one]
  return {
    ...clearer,
    characters: surerOf(clearer.characters, fainter.characters),
    score: one.score + other.score,
  }
}

/** Each character as sure as the look that sees it better. */
const surerOf = (
  one: readonly SeenCharacter[],
  other: readonly SeenCharacter[],
): readonly SeenCharacter[] =>
  one.length !== other.length
    ? one
    : one.map((character, index) => ({
        ...character,
        confidence: Math.max(character.confidence, other[index]!.confidence),
      }))

/** What a look by itself reads in a row, but for the end of a printed rule that it takes for 一. */
export function readIn(strip: Strip): readonly SeenCharacter[] {
  const read = ownCharacters(strip)(strip.seen.characters)
  const last = read.at(-1)
  return last !== undefined && isRule(strip, last) ? read.slice(0, -1) : read
}

/** A 一 of which less ink stands where values are printed, over half a height of the cut, and that is seen less surely, is none. */
const stroke = { ink: 0.04, sure: 0.9 } as const

function isRule({ cut }: Strip, { text, confidence, at }: SeenCharacter): boolean {
  if (text !== '一' || confidence >= stroke.sure) return false
  const [middle, quarter] = [at * cut.width, cut.height / 4]
  return mean(inkIn(cut), middle - quarter, middle + quarter) < stroke.ink
}

/** Of what a strip is taken to say the characters from the first that is written to the last. */
function ownCharacters({
  cut,
  seen,
}: Strip): (aligned: readonly SeenCharacter[]) => readonly SeenCharacter[] {
  const blanked = withBlanks(cut)
  return (aligned) => {
    const characters = blanked({ characters: aligned, faint: seen.faint }).map(plainCharacter)
    const first = characters.findIndex(isWritten)
    return first < 0 ? [] : characters.slice(first, characters.findLastIndex(isWritten) + 1)
  }
}

/** Two looks up to where the next label begins, which one of them may misread. */
export function beforeLabel(looks: readonly [Strip, Strip]): readonly [Strip, Strip] {
  const end = Math.min(...looks.map(labelIn))
  const [one, other] = looks
  return end > 1 ? looks : [upTo(one, end), upTo(other, end)]
}

/** Where a look reads the label behind a name, Infinity where it reads none. */
function labelIn({ seen: { characters } }: Strip): number {
  const label = characters.findIndex(
    ({ text }, index) => text === '性' && characters[index + 1]?.text === '别',
  )
  const [before, first] = [characters[label - 1], characters[label]]
  return first === undefined ? Infinity : ((before?.at ?? first.at) + first.at) / 2
}

function upTo(strip: Strip, end: number): Strip {
  const { characters, faint, steps } = strip.seen
  const isBefore = ({ at }: SeenCharacter): boolean => at < end
  return {
    ...strip,
    seen: {
      characters: characters.filter(isBefore),
      faint: faint.filter(isBefore),
      steps: steps.map((step, index) => (index < Math.floor(end * steps.length) ? step : nothing)),
    },
  }
}

const nothing = [{ text: '', confidence: 1 }] as const

const isWritten = ({ text }: SeenCharacter): boolean => text.trim() !== ''

function plainCharacter(character: SeenCharacter): SeenCharacter {
  const text = plainForms(character.text)
  return text.length === 1 ? { ...character, text } : character
}

export const textOf = (characters: readonly { readonly text: string }[]): string =>
  characters.map(({ text }) => text).join('')
