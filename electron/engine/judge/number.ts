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
  if (!foreign.test(value)) return mainland
  return hasHole(characters.map(({ at }) => at))
    ? maskedDraft(number.strip)
    : { value, characters, boxes: [quad], origin: 'read', doubts: [] }
}

/** A screen may show a number with asterisks in the place of its middle digits. */
const isMasked = ({ seen }: Strip): boolean =>
  seen.characters.filter(({ text }) => plainForms(text) === '*').length >= leastAsterisks

/** One may be a fleck. */
const leastAsterisks = 2

/** Where characters stand so many times as far apart as they usually do, asterisks ran together or were overlooked. */
const hole = 4

function hasHole(places: readonly number[]): boolean {
  const steps = places.slice(1).map((place, index) => place - places[index]!)
  const usual = steps.toSorted((one, other) => one - other)[steps.length >> 1] ?? 0
  return steps.some((step) => step > hole * usual)
}

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
