import { fieldNames } from '../license/field.ts'

/** Empty, to be written in by hand; `blank` under a heading of one's own. */
const handColumns = [
  'phone',
  'plate',
  'pick_up',
  'return',
  'clerk',
  'wished_class',
  'enrolled_on',
  'answer',
  'blank',
] as const

/** Everything that a column of a table can hold. */
export const columnNames = [
  ...fieldNames,
  'source',
  'state',
  'verdict',
  'verdict_reasons',
  'read_at',
  'file_number',
  'record',
  'record_id',
  ...handColumns,
] as const

export type HandColumn = (typeof handColumns)[number]
export type ColumnName = (typeof columnNames)[number]
