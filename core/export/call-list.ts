import type { Renewal } from '../people/renewals.ts'
import { type Language, languages } from '../settings/settings.ts'
import { wordsIn } from '../words/words.ts'
import { csvText } from './csv.ts'

/** A renewal as it is exported. */
export interface CallListEntry {
  readonly renewal: Renewal
  /** When the license was read, as the desk's clock shows it: `YYYY-MM-DD HH:MM`. */
  readonly readAt: string
}

/** The headings and one row per person, as they shall stand in the spreadsheet. */
export const callList = (entries: readonly CallListEntry[], language: Language): string[][] => [
  headings(language),
  ...entries.map(({ renewal: { name, idNumber, carClass, validTo, days }, readAt }) => [
    name,
    idNumber,
    carClass,
    validTo,
    String(days),
    readAt,
  ]),
]

function headings(language: Language): string[] {
  const say = wordsIn(language)
  return [
    say('table:field.name'),
    say('table:field.id_num'),
    say('table:field.car_class'),
    say('table:field.valid_to'),
    say('table:daysLeft'),
    say('table:readAt'),
  ]
}

/** Whether a text begins as such a table does, in any language. */
export const isOurCallList = (text: string): boolean =>
  languages.some((language) => text.startsWith(csvText([headings(language)]).trimEnd()))
