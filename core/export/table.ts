import { type FieldName, fieldNames } from '../license/field.ts'
import type { Review } from '../license/review.ts'
import type { LicenseRecord } from '../license/record.ts'
import { doubtsAbout } from '../license/second-page.ts'
import { type Language, languages } from '../settings/settings.ts'
import { sayRecordSource } from '../words/say-source.ts'
import { wordsIn } from '../words/words.ts'
import { csvText } from './csv.ts'

/** A record as it is exported. */
export interface ExportEntry {
  readonly record: LicenseRecord
  readonly review: Review
  /** When it was read, as the desk's clock shows it: `YYYY-MM-DD HH:MM`. */
  readonly readAt: string
}

interface Column {
  readonly heading: (language: Language) => string
  readonly cell: (entry: ExportEntry, language: Language) => string
}

const fieldHeading = (field: FieldName, language: Language): string =>
  wordsIn(language)(`table:field.${field}`)

/** Of the first page, and whether the second has to be looked at too: nothing there can be confirmed. */
function reviewState(entry: ExportEntry, language: Language): string {
  const { secondPage } = entry.record.reading
  const isDoubted =
    secondPage !== undefined && doubtsAbout(secondPage, entry.review.license.id_num).length > 0
  const state = firstPageState(entry, language)
  return isDoubted ? wordsIn(language)('table:secondPageOpen', { state }) : state
}

/** Whether a person has looked where somebody must: `open` names the fields that nobody has looked at yet. */
function firstPageState({ record, review }: ExportEntry, language: Language): string {
  const say = wordsIn(language)
  if (review.items.length > 0) {
    const fields = review.items.map(({ field }) => fieldHeading(field, language)).join(' ')
    return say('table:open', { fields })
  }
  return say(Object.keys(record.decisions).length > 0 ? 'table:checked' : 'table:ready')
}

const columns: readonly Column[] = [
  ...fieldNames.map(
    (field): Column => ({
      heading: (language) => fieldHeading(field, language),
      cell: ({ review }) => review.license[field],
    }),
  ),
  {
    heading: (language) => wordsIn(language)('table:source'),
    cell: ({ record }, language) => sayRecordSource(record, language),
  },
  { heading: (language) => wordsIn(language)('table:review'), cell: reviewState },
  { heading: (language) => wordsIn(language)('table:readAt'), cell: ({ readAt }) => readAt },
  {
    heading: (language) => wordsIn(language)('table:fileNumber'),
    cell: ({ record }) => record.reading.secondPage?.fileNumber.value ?? '',
  },
  {
    heading: (language) => wordsIn(language)('table:record'),
    cell: ({ record }) => record.reading.secondPage?.record.value ?? '',
  },
]

/** Whether a text begins as such a table does, in any language. */
export const isOurTable = (text: string): boolean =>
  languages.some((language) => {
    const headings = fieldNames.map((field) => fieldHeading(field, language))
    return text.startsWith(csvText([headings]).trimEnd())
  })

/** The headings and one row per record, as they shall stand in the spreadsheet. */
export function tableOf(entries: readonly ExportEntry[], language: Language): string[][] {
  return [
    columns.map(({ heading }) => heading(language)),
    ...entries.map((entry) => columns.map(({ cell }) => cell(entry, language))),
  ]
}
