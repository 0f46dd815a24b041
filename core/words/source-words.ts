import type { Reading } from '../license/reading.ts'
import type { LicenseRecord, Source } from '../license/record.ts'
import type { Language } from '../settings/settings.ts'

/** The file's name, with the page from the second on. */
export function saySource(
  { name, page }: Pick<Source, 'name' | 'page'>,
  language: Language,
): string {
  if (page === 1) return name
  return { zh: `${name} · 第 ${page} 页`, en: `${name}, page ${page}` }[language]
}

/** The same of a license that was read, and which it is of several in the picture. */
export function sayRecordSource(
  { source, reading }: Pick<LicenseRecord, 'source' | 'reading'>,
  language: Language,
): string {
  const said = saySource(source, language)
  const place = placeAmong(reading)
  if (place === undefined) return said
  const { index, of } = place
  return {
    zh: `${said} · 第 ${index} 张，共 ${of} 张`,
    en: `${said}, license ${index} of ${of}`,
  }[language]
}

/** In short, beside the name on the license; `''` where it is alone in its picture. */
export function sayPlace(reading: Pick<Reading, 'place'>): string {
  const place = placeAmong(reading)
  return place === undefined ? '' : `${place.index}/${place.of}`
}

const placeAmong = ({ place }: Pick<Reading, 'place'>): Reading['place'] =>
  place !== undefined && place.of > 1 ? place : undefined
