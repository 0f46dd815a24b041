import { strToU8, zipSync } from 'fflate'
import type { Table } from '../../../core/export/table.ts'
import { columnLetters, escapeCell, escapeXml } from './cell-text.ts'
import type { Workbook } from './open-workbook.ts'
import { walkXml } from './walk-xml.ts'

/**
 * A workbook with rows of text behind its last one. Everything else stays, byte for byte, whoever put it there: other
 * columns, colours, formulas, sheets.
 */
export function withRows(
  { rows: before, parts, sheetName, sheet }: Workbook,
  rows: Table,
): Uint8Array {
  const { end, isEmpty, prefix, formats } = endOfRows(sheet)
  const added = rows.map((row, at) => rowOf(row, before.length + at + 1, prefix, formats)).join('')
  const whole = isEmpty
    ? `${sheet.slice(0, end).replace(/\/>$/, '>')}${added}</${prefix}sheetData>${sheet.slice(end)}`
    : sheet.slice(0, end) + added + sheet.slice(end)
  const text = widened(whole, before.length + rows.length)
  return zipSync({ ...parts, [sheetName]: strToU8(text) })
}

/** Where the rows of a sheet end, and how the cells of the last one look, by their column; of headings only what they say. */
function endOfRows(sheet: string) {
  let formats = new Map<string, string>()
  let isHeading = true
  let found: { readonly end: number; readonly isEmpty: boolean } | undefined
  walkXml(sheet, {
    open({ name, attributes }) {
      if (name === 'row') {
        isHeading = attributes.get('r') === '1'
        formats = new Map()
      } else if (name === 'c' && !isHeading) {
        const [place, format] = [attributes.get('r'), attributes.get('s')]
        if (place !== undefined && format !== undefined)
          formats.set(place.replace(/\d+$/, ''), format)
      }
    },
    close(name, end, isEmpty) {
      if (name !== 'sheetData') return
      found = { end: isEmpty ? end : sheet.lastIndexOf('</', end), isEmpty }
    },
  })
  if (found === undefined) throw new Error('a sheet without rows')
  const prefix = /<(\w+:)?sheetData[\s/>]/.exec(sheet)?.[1] ?? ''
  return { ...found, prefix, formats }
}

function rowOf(
  row: readonly string[],
  number: number,
  prefix: string,
  formats: ReadonlyMap<string, string>,
): string {
  const cells = row.map((text, at) => {
    if (text === '') return ''
    const letters = columnLetters(at)
    const format = formats.get(letters)
    const looks = format === undefined ? '' : ` s="${escapeXml(format)}"`
    return `<${prefix}c r="${letters}${number}"${looks} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeXml(escapeCell(text))}</${prefix}t></${prefix}is></${prefix}c>`
  })
  return `<${prefix}row r="${number}">${cells.join('')}</${prefix}row>`
}

/** What the sheet says of its own size. */
const widened = (sheet: string, last: number): string =>
  sheet.replace(
    /(<(?:\w+:)?dimension\b[^>]*\bref=")([A-Z]+)(\d+)(?::([A-Z]+)\d+)?"/,
    (_, before: string, from: string, row: string, to?: string) =>
      `${before}${from}${row}:${to ?? from}${last}"`,
  )
