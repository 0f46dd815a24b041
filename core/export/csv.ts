import type { Table } from './table.ts'

const byteOrderMark = '\ufeff'

/** A sign that begins a formula, in any width, first or behind what nobody sees. */
const formula =
  /^(?:[\t\r]|[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u

/**
 * Text that a spreadsheet would take for a formula gets a leading `'` (OWASP: CSV injection); what UTF-8 cannot hold, as
 * in the name of a file, becomes U+FFFD.
 */
export const disarm = (text: string): string =>
  (formula.test(text) ? `'${text}` : text).toWellFormed()

const quote = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** CSV by RFC 4180. */
export const csvLines = (table: Table): string =>
  table.map((row) => `${row.map((cell) => quote(disarm(cell))).join(',')}\r\n`).join('')

/** With a UTF-8 byte order mark, so that Excel takes it for UTF-8. */
export const csvText = (table: Table): string => byteOrderMark + csvLines(table)

/** Where a file that was read back differs from the table that was to be written. */
export interface Difference {
  /** 0-based, the headings being row 0. */
  readonly row: number
  readonly column: number
}

/**
 * Reads CSV text by the letter of RFC 4180 and compares it, cell by cell, with what was to be written; the byte order
 * mark must be there.
 */
export const firstDifference = (text: string, table: Table): Difference | undefined =>
  firstUnequal(parseCsv(text), disarmed(table))

/** What the cells are once they are written as text that a spreadsheet reads. */
export const disarmed = (table: Table): string[][] => table.map((row) => row.map(disarm))

/** The first cell in which two tables differ. */
export function firstUnequal(found: Table, table: Table): Difference | undefined {
  const rows = Math.max(found.length, table.length)
  for (let row = 0; row < rows; row++) {
    const [expected = [], actual = []] = [table[row], found[row]]
    const cells = Math.max(expected.length, actual.length)
    for (let column = 0; column < cells; column++) {
      const cell = expected[column]
      if (cell === undefined || actual[column] !== cell) return { row, column }
    }
  }
  return undefined
}

/** Strict: the byte order mark must be there. */
const parseCsv = (text: string): string[][] =>
  text.startsWith(byteOrderMark) ? parseCsvLines(text.slice(byteOrderMark.length)) : []

/** Strict: every row ends with CRLF; nothing where that is not so. */
export function parseCsvLines(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cellPattern = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n)/y
  while (cellPattern.lastIndex < text.length) {
    const match = cellPattern.exec(text)
    if (match === null) return []
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') {
      rows.push(row)
      row = []
    }
  }
  return rows
}
