import type { ColumnName } from '../layout/column-names.ts'
import type { FieldName } from '../license/field.ts'
import type { Language } from '../settings/settings.ts'
import type { Said } from '../words/said.ts'
import { sayRecordSource } from '../words/source-words.ts'
import type { ExportEntry } from './entry.ts'
import { fieldHeadings } from './field-headings.ts'
import { type DateForm, dateIn } from '../layout/date-form.ts'
import { maskedNumber } from './masked-number.ts'
import { sayState } from './state.ts'

/** How values are written. */
export interface CellForms {
  readonly language: Language
  readonly dates: DateForm
  readonly numbers: 'full' | 'masked'
}

interface Column {
  readonly heading: Said
  /** About as wide as its values, in digits; a Chinese character takes two. */
  readonly width: number
  readonly cell: (entry: ExportEntry, forms: CellForms) => string
}

const text = (field: FieldName, width: number): Column => ({
  heading: fieldHeadings[field],
  width,
  cell: ({ review }) => review.license[field],
})

const date = (field: FieldName): Column => ({
  heading: fieldHeadings[field],
  width: 16,
  cell: ({ review }, { dates }) => dateIn(review.license[field], dates),
})

const number: Column = {
  heading: fieldHeadings.id_num,
  width: 22,
  cell: ({ review }, { numbers }) =>
    numbers === 'masked' ? maskedNumber(review.license.id_num) : review.license.id_num,
}

const byHand = (zh: string, en: string, width: number): Column => ({
  heading: { zh, en },
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
    heading: { zh: '来源文件', en: 'Source file' },
    width: 28,
    cell: ({ record }, { language }) => sayRecordSource(record, language),
  },
  state: {
    heading: { zh: '核对状态', en: 'Review' },
    width: 20,
    cell: (entry, { language }) => sayState(entry, language),
  },
  read_at: {
    heading: { zh: '读取时间', en: 'Read at' },
    width: 18,
    cell: ({ readAt }, { dates }) => dateIn(readAt.slice(0, 10), dates) + readAt.slice(10),
  },
  file_number: {
    heading: { zh: '档案编号', en: 'File number' },
    width: 16,
    cell: ({ record }) => record.reading.secondPage?.fileNumber.value ?? '',
  },
  record: {
    heading: { zh: '记录', en: 'Record' },
    width: 36,
    cell: ({ record }) => record.reading.secondPage?.record.value ?? '',
  },
  record_id: {
    heading: { zh: '记录号', en: 'Record ID' },
    width: 38,
    cell: ({ record }) => record.id,
  },
  phone: byHand('电话', 'Phone', 16),
  plate: byHand('车牌号', 'Plate', 12),
  pick_up: byHand('取车日期', 'Picked up', 14),
  return: byHand('还车日期', 'Returned', 14),
  clerk: byHand('经办人', 'Clerk', 10),
  wished_class: byHand('申请车型', 'Class applied for', 12),
  enrolled_on: byHand('报名日期', 'Enrolled', 14),
  answer: byHand('回访结果', 'Result of the call', 24),
  blank: byHand('空白列', 'Empty column', 16),
}
