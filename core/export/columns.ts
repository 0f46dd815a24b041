import type { ColumnName, HandColumn } from '../layout/column-names.ts'
import type { FieldName } from '../license/field.ts'
import type { Language } from '../settings/settings.ts'
import { sayRecordSource } from '../words/say-source.ts'
import { sayVerdictReasons } from '../words/say-verdict.ts'
import { wordsIn } from '../words/words.ts'
import type { ExportEntry } from './entry.ts'
import { type DateForm, dateIn } from '../layout/date-form.ts'
import { maskedNumber } from './masked-number.ts'
import { sayState } from './state.ts'

/** How values are written. */
interface CellForms {
  readonly language: Language
  readonly dates: DateForm
  readonly numbers: 'full' | 'masked'
}

interface Column {
  readonly heading: (language: Language) => string
  /** About as wide as its values, in digits; a Chinese character takes two. */
  readonly width: number
  readonly cell: (entry: ExportEntry, forms: CellForms) => string
}

const fieldHeading =
  (field: FieldName): Column['heading'] =>
  (language) =>
    wordsIn(language)(`table:field.${field}`)

const text = (field: FieldName, width: number): Column => ({
  heading: fieldHeading(field),
  width,
  cell: ({ review }) => review.license[field],
})

const date = (field: FieldName): Column => ({
  heading: fieldHeading(field),
  width: 16,
  cell: ({ review }, { dates }) => dateIn(review.license[field], dates),
})

const number: Column = {
  heading: fieldHeading('id_num'),
  width: 22,
  cell: ({ review }, { numbers }) =>
    numbers === 'masked' ? maskedNumber(review.license.id_num) : review.license.id_num,
}

const byHand = (name: HandColumn, width: number): Column => ({
  heading: (language) => wordsIn(language)(`table:column.${name}`),
  width,
  cell: () => '',
})

/** One line for each thing that a table can say of a license; whoever adds another one adds it here and to the names. */
export const columns: Readonly<Record<ColumnName, Column>> = {
  id_num: number,
  name: text('name', 14),
  sex: text('sex', 6),
  nationality: text('nationality', 10),
  address: text('address', 44),
  birth_date: date('birth_date'),
  issue_date: date('issue_date'),
  car_class: text('car_class', 10),
  valid_from: date('valid_from'),
  valid_to: date('valid_to'),
  official_seal: text('official_seal', 36),
  source: {
    heading: (language) => wordsIn(language)('table:source'),
    width: 28,
    cell: ({ record }, { language }) => sayRecordSource(record, language),
  },
  state: {
    heading: (language) => wordsIn(language)('table:review'),
    width: 20,
    cell: (entry, { language }) => sayState(entry, language),
  },
  verdict: {
    heading: (language) => wordsIn(language)('table:verdict'),
    width: 14,
    cell: ({ verdict }, { language }) =>
      verdict === undefined ? '' : wordsIn(language)(`verdict:${verdict.kind}.${verdict.light}`),
  },
  verdict_reasons: {
    heading: (language) => wordsIn(language)('table:verdictReasons'),
    width: 60,
    cell: ({ verdict }, { language }) =>
      verdict === undefined ? '' : sayVerdictReasons(verdict, language),
  },
  read_at: {
    heading: (language) => wordsIn(language)('table:readAt'),
    width: 18,
    cell: ({ readAt }, { dates }) => dateIn(readAt.slice(0, 10), dates) + readAt.slice(10),
  },
  file_number: {
    heading: (language) => wordsIn(language)('table:fileNumber'),
    width: 16,
    cell: ({ record }) => record.reading.secondPage?.fileNumber.value ?? '',
  },
  record: {
    heading: (language) => wordsIn(language)('table:record'),
    width: 36,
    cell: ({ record }) => record.reading.secondPage?.record.value ?? '',
  },
  record_id: {
    heading: (language) => wordsIn(language)('table:column.record_id'),
    width: 38,
    cell: ({ record }) => record.id,
  },
  phone: byHand('phone', 16),
  plate: byHand('plate', 12),
  pick_up: byHand('pick_up', 14),
  return: byHand('return', 14),
  clerk: byHand('clerk', 10),
  wished_class: byHand('wished_class', 12),
  enrolled_on: byHand('enrolled_on', 14),
  answer: byHand('answer', 24),
  blank: byHand('blank', 16),
}
