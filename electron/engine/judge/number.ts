import { parseIdNumber } from '../../../core/license/parse/id-number.ts'
import type { MainPage } from '../read/read-main-page.ts'
import { type Draft, legalDraft } from './draft.ts'

/** Less likely than this a number is not one of that kind. */
const leastMainland = -14
/** A foreigner's document: nine digits, or letters and digits. */
const foreign = /^[A-Z0-9]{7,15}$/

/** The license number: that of a mainland identity card, of 18 or once 15 digits, or of a foreigner's document. */
export function numberDraft({ number, oldNumber }: MainPage): Draft {
  const mainland = legalDraft(number)
  if (number.reading.score > leastMainland) return mainland
  if (oldNumber.reading.score > leastMainland) return legalDraft(oldNumber)
  const { quad, seen } = number.strip
  const characters = seen.characters.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const value = parseIdNumber(characters.map(({ text }) => text).join(''))
  return foreign.test(value)
    ? { value, characters, boxes: [quad], origin: 'read', doubts: [] }
    : mainland
}
