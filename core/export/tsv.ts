import { disarm } from './csv.ts'
import type { Table } from './table.ts'

/** What would end a cell or a row becomes a blank: the programs that take such text know no quotes. */
const inOneCell = (cell: string): string => disarm(cell.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '))

/** Rows for the clipboard or a pipe: cells apart by tabs, rows ended by line feeds. */
export const tsvText = (table: Table): string =>
  table.map((row) => `${row.map(inOneCell).join('\t')}\n`).join('')

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (one) => escapes[one] ?? one)

/** The same beside it on the clipboard, for spreadsheets: they take every cell for text and keep its digits. */
export function htmlTable(table: Table): string {
  const rows = table.map((row) => {
    const cells = row.map(
      (cell) =>
        `<td style='mso-number-format:"\\@"' sdnum="1033;0;@">${escaped(cell.toWellFormed())}</td>`,
    )
    return `<tr>${cells.join('')}</tr>`
  })
  return `<meta charset="utf-8"><table>${rows.join('')}</table>`
}
