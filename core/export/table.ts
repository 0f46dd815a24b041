import { type FieldName, fieldNames } from '../license/field.ts'
import type { Review } from '../license/review.ts'
import type { LicenseRecord } from '../license/record.ts'
import { doubtsAbout } from '../license/second-page.ts'
import { type Language, languages } from '../settings/settings.ts'
import type { Said } from '../words/said.ts'
import { sayRecordSource } from '../words/source-words.ts'
import { csvText } from './csv.ts'

/** A record as it is exported. */
export interface ExportEntry {
  readonly record: LicenseRecord
  readonly review: Review
  /** When it was read, as the desk's clock shows it: `YYYY-MM-DD HH:MM`. */
  readonly readAt: string
}

interface Column {
  readonly heading: Said
  readonly cell: (entry: ExportEntry, language: Language) => string
}

const fieldHeadings: Readonly<Record<FieldName, Said>> = {
  id_num: { zh: '证号', en: 'License number' },
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  nationality: { zh: '国籍', en: 'Nationality' },
  address: { zh: '住址', en: 'Address' },
  birth_date: { zh: '出生日期', en: 'Date of birth' },
  issue_date: { zh: '初次领证日期', en: 'Date of first issue' },
  car_class: { zh: '准驾车型', en: 'Class' },
  valid_from: { zh: '有效期起', en: 'Valid from' },
  valid_to: { zh: '有效期止', en: 'Valid to' },
  official_seal: { zh: '发证机关印章', en: 'Seal' },
}

const stateWords = {
  ready: { zh: '无需核对', en: 'nothing to check' },
  checked: { zh: '已核对', en: 'checked' },
  open: { zh: '待核对', en: 'to be checked' },
} as const satisfies Record<string, Said>

const secondPageOpen: Said = { zh: '；副页待核对', en: '; second page to be checked' }

/** Of the first page, and whether the second has to be looked at too: nothing there can be confirmed. */
function reviewState(entry: ExportEntry, language: Language): string {
  const { secondPage } = entry.record.reading
  const isDoubted =
    secondPage !== undefined && doubtsAbout(secondPage, entry.review.license.id_num).length > 0
  return firstPageState(entry, language) + (isDoubted ? secondPageOpen[language] : '')
}

/** Whether a person has looked where somebody must: `open` names the fields that nobody has looked at yet. */
function firstPageState({ record, review }: ExportEntry, language: Language): string {
  if (review.items.length > 0) {
    const fields = review.items.map(({ field }) => fieldHeadings[field][language])
    return `${stateWords.open[language]}: ${fields.join(' ')}`
  }
  return stateWords[Object.keys(record.decisions).length > 0 ? 'checked' : 'ready'][language]
}

const columns: readonly Column[] = [
  ...fieldNames.map(
    (field): Column => ({
      heading: fieldHeadings[field],
      cell: ({ review }) => review.license[field],
    }),
  ),
  {
    heading: { zh: '来源文件', en: 'Source file' },
    cell: ({ record }, language) => sayRecordSource(record, language),
  },
  { heading: { zh: '核对状态', en: 'Review' }, cell: reviewState },
  { heading: { zh: '读取时间', en: 'Read at' }, cell: ({ readAt }) => readAt },
  {
    heading: { zh: '档案编号', en: 'File number' },
    cell: ({ record }) => record.reading.secondPage?.fileNumber.value ?? '',
  },
  {
    heading: { zh: '记录', en: 'Record' },
    cell: ({ record }) => record.reading.secondPage?.record.value ?? '',
  },
]

/** Whether a text begins as such a table does, in any language. */
export const isOurTable = (text: string): boolean =>
  languages.some((language) => {
    const headings = fieldNames.map((field) => fieldHeadings[field][language])
    return text.startsWith(csvText([headings]).trimEnd())
  })

/** The headings and one row per record, as they shall stand in the spreadsheet. */
export function tableOf(entries: readonly ExportEntry[], language: Language): string[][] {
  return [
    columns.map(({ heading }) => heading[language]),
    ...entries.map((entry) => columns.map(({ cell }) => cell(entry, language))),
  ]
}
