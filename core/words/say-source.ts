import type { Reading } from '../license/reading.ts'
import type { LicenseRecord, Source } from '../license/record.ts'
import type { Language } from '../settings/settings.ts'
import { wordsIn } from './words.ts'

/** The file's name, with the page from the second on. */
export const saySource = (
  { name, page }: Pick<Source, 'name' | 'page'>,
  language: Language,
): string => (page === 1 ? name : wordsIn(language)('card:page', { name, page }))

/** The page alone, from the second on; `''` of the first. */
export const sayPage = ({ page }: Pick<Source, 'page'>, language: Language): string =>
  page === 1 ? '' : wordsIn(language)('card:pageAlone', { page })

/** The same of a license that was read, and which it is of several in the picture. */
export function sayRecordSource(
  { source, reading }: Pick<LicenseRecord, 'source' | 'reading'>,
  language: Language,
): string {
  const said = saySource(source, language)
  const place = placeAmong(reading)
  return place === undefined ? said : wordsIn(language)('card:placed', { source: said, ...place })
}

/** In short, beside the name on the license; `''` where it is alone in its picture. */
export function sayPlace(reading: Pick<Reading, 'place'>): string {
  const place = placeAmong(reading)
  return place === undefined ? '' : `${place.index}/${place.of}`
}

const placeAmong = ({ place }: Pick<Reading, 'place'>): Reading['place'] =>
  place !== undefined && place.of > 1 ? place : undefined
