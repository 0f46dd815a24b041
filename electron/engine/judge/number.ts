import { plainForms } from '../../../core/license/parse/characters.ts'
import {
  birthDateOf,
  isSoundIdNumber,
  parseIdNumber,
} from '../../../core/license/parse/id-number.ts'
import type { MainPage } from '../read/read-main-page.ts'
import type { Strip } from '../read/strips.ts'
import { type Draft, legalDraft } from './draft.ts'

/** Less likely than this a number is not one of that kind. */
const leastMainland = -14
/** A foreigner's document: nine digits, or letters and digits. */
const foreign = /^[A-Z0-9]{7,15}$/

/** The license number: that of a mainland identity card, of 18 or once 15 digits, or of a foreigner's document. */
export function numberDraft(page: MainPage): Draft {
  const { number, oldNumber } = page
  if (isMasked(number.strip)) return maskedDraft(number.strip)
  const mainland = legalDraft(number)
  if (number.reading.score > leastMainland) return soundInstead(page) ?? mainland
  if (oldNumber.reading.score > leastMainland) return legalDraft(oldNumber)
  const { quad, seen } = number.strip
  const characters = seen.characters.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const value = parseIdNumber(characters.map(({ text }) => text).join(''))
  return foreign.test(value)
    ? { value, characters, boxes: [quad], origin: 'read', doubts: [] }
    : mainland
}

/**
 * A screen may show a number with asterisks in the place of its middle digits, of which some run together. One beside
 * a whole number, or at either end, may be a fleck.
 */
function isMasked({ seen }: Strip): boolean {
  const text = seen.characters.map((character) => plainForms(character.text)).join('')
  const [start, end] = [text.indexOf('*'), text.lastIndexOf('*')]
  const written = text.replaceAll(/[^0-9A-Z]/gi, '').length
  return start !== end || (start > 1 && start < text.length - 2 && written < shortestWhole)
}

/** The number of an identity card had so many digits until 1999. */
const shortestWhole = 15

const maskedDraft = ({ quad, seen }: Strip): Draft => ({
  value: '',
  characters: seen.characters,
  boxes: [quad],
  origin: 'read',
  doubts: [{ kind: 'masked' }],
})

/** How much less likely a number whose check character fits may be than the likeliest, as a natural logarithm. */
const mostUnlikely = 8

/**
 * The likeliest number whose check character fits, where the likeliest of all has one that does not and the date of
 * birth speaks for the other; always with a doubt, for a person decides.
 */
function soundInstead({ number, soundNumber, birth }: MainPage): Draft | undefined {
  const { text, score } = soundNumber.reading
  const isBetter =
    !isSoundIdNumber(number.reading.text) &&
    isSoundIdNumber(text) &&
    birthDateOf(text) === birth.reading.text &&
    number.reading.score - score < mostUnlikely
  if (!isBetter) return undefined
  const read = number.reading.text
  return { ...legalDraft(soundNumber), doubts: [{ kind: 'seen-otherwise', read }] }
}
