const byteOrderMark = '\ufeff'

/** A sign that begins a formula, in any width, first or behind what nobody sees. */
const formula =
  /^(?:[\t\r]|[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u

/**
 * Text that a spreadsheet would take for a formula gets a leading `'` (OWASP: CSV injection); what UTF-8 cannot hold, as
 * in the name of a file, becomes U+FFFD.
 */
const disarm = (text: string): string => (formula.test(text) ? `'${text}` : text).toWellFormed()

const quote = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** CSV by RFC 4180 with a UTF-8 byte order mark, so that Excel takes it for UTF-8. */
export const csvText = (table: readonly (readonly string[])[]): string =>
  byteOrderMark +
  table.map((row) => `${row.map((cell) => quote(disarm(cell))).join(',')}\r\n`).join('')

/** Where a file that was read back differs from the table that was to be written. */
export interface Difference {
  /** 0-based, the headings being row 0. */
  readonly row: number
  readonly column: number
}

/** Reads CSV text by the letter of RFC 4180 and compares it, cell by cell, with what was to be written. */
export function firstDifference(
  text: string,
  table: readonly (readonly string[])[],
): Difference | undefined {
  const found = parseCsv(text)
  const rows = Math.max(found.length, table.length)
  for (let row = 0; row < rows; row++) {
    const [expected = [], actual = []] = [table[row], found[row]]
    const cells = Math.max(expected.length, actual.length)
    for (let column = 0; column < cells; column++) {
      const cell = expected[column]
      if (cell === undefined || actual[column] !== disarm(cell)) return { row, column }
    }
  }
  return undefined
}

/** Strict: the byte order mark must be there, every row ends with CRLF. */
function parseCsv(text: string): string[][] {
  if (!text.startsWith(byteOrderMark)) return []
  const rows: string[][] = []
  let row: string[] = []
  const cellPattern = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n)/y
  cellPattern.lastIndex = byteOrderMark.length
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
