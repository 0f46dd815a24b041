import { csvLines, disarmed, firstUnequal, parseCsvLines } from '../../core/export/csv.ts'
import { columns } from '../../core/export/columns.ts'
import type { Encoding, TableFormat } from '../../core/layout/file-form.ts'
import type { PresetColumn } from '../../core/layout/preset.ts'
import type { Table } from '../../core/export/table.ts'
import { decodeText, encodeText } from './encode.ts'
import { openWorkbook } from './workbook/open-workbook.ts'
import type { Cell } from './workbook/read-sheet.ts'
import { workbookOf } from './workbook/write-workbook.ts'

/** A table as bytes, and how to tell whether what is read back is the same. */
export type TableFile =
  | {
      readonly ok: true
      readonly bytes: Uint8Array
      readonly rare: string
      readonly isSame: (readBack: Uint8Array) => boolean
    }
  /** The encoding does not have these characters. */
  | { readonly ok: false; readonly characters: string }

export function tableFile(
  table: Table,
  { format, encoding, shown, sheetName }: TableForm,
): TableFile {
  if (format === 'xlsx') {
    const widths = shown.map(({ column }) => columns[column].width)
    const bytes = workbookOf(table, { sheetName, widths })
    return { ok: true, bytes, rare: '', isSame: readOnce(bytes, (of) => holdsWorkbook(of, table)) }
  }
  const encoded = encodeText(csvLines(table), encoding)
  if (!encoded.ok) return encoded
  const { bytes } = encoded
  return { ...encoded, isSame: readOnce(bytes, (of) => holdsCsv(of, encoding, table)) }
}

export interface TableForm {
  readonly format: Exclude<TableFormat, 'json'>
  readonly encoding: Encoding
  readonly shown: readonly PresetColumn[]
  readonly sheetName: string
}

/**
 * Whether what was read back says what was to be written: it is read cell by cell the first time, and holds the very
 * bytes that were written every time.
 */
export function readOnce(
  bytes: Uint8Array,
  holds: (readBack: Uint8Array) => boolean,
): (readBack: Uint8Array) => boolean {
  let isRead = false
  return (readBack) => {
    if (!Buffer.from(bytes).equals(readBack)) return false
    isRead ||= holds(readBack)
    return isRead
  }
}

function holdsCsv(bytes: Uint8Array, encoding: Encoding, table: Table): boolean {
  const text = decodeText(bytes, encoding)
  return text !== undefined && firstUnequal(parseCsvLines(text), disarmed(table)) === undefined
}

/** Whether a workbook holds exactly this table, every cell as text. */
function holdsWorkbook(bytes: Uint8Array, table: Table): boolean {
  const rows = openWorkbook(bytes)?.rows
  return rows !== undefined && rows.length === table.length && holdsRows(rows, table)
}

/** The cells behind the columns of the table are not looked at. */
export const holdsRows = (rows: readonly (readonly Cell[])[], table: Table): boolean =>
  table.every((row, at) =>
    row.every((text, column) => {
      const cell = rows[at]?.[column] ?? { text: '', isText: true }
      return cell.isText && cell.text === text.toWellFormed()
    }),
  )
