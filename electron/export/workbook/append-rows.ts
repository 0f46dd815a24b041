import { type Document, type Element, XMLSerializer } from '@xmldom/xmldom'
import { strToU8, zipSync } from 'fflate'
import type { Table } from '../../../core/export/table.ts'
import { columnLetters, escapeCell } from './cell-text.ts'
import { allNamed, type Workbook } from './open-workbook.ts'

/**
 * A workbook with rows of text behind its last one. Everything else stays, whoever put it there: other columns, colours,
 * formulas, sheets.
 */
export function withRows(
  { rows: before, parts, sheetName, sheet }: Workbook,
  rows: Table,
): Uint8Array {
  const data = allNamed(sheet, 'sheetData')[0]
  if (data === undefined) throw new Error('a sheet without rows')
  const formats = formatsOf(allNamed(data, 'row').at(-1))
  for (const [at, row] of rows.entries())
    data.appendChild(rowOf(sheet, data, row, before.length + at + 1, formats))
  widen(sheet, before.length + rows.length)
  const text = new XMLSerializer().serializeToString(sheet)
  return zipSync({ ...parts, [sheetName]: strToU8(text) })
}

/** How the cells of a row look, by their column; of headings only what they say. */
function formatsOf(row: Element | undefined): ReadonlyMap<string, string> {
  if (row === undefined || row.getAttribute('r') === '1') return new Map()
  return new Map(
    allNamed(row, 'c').flatMap((cell) => {
      const [place, format] = [cell.getAttribute('r'), cell.getAttribute('s')]
      return place === null || format === null ? [] : [[place.replace(/\d+$/, ''), format] as const]
    }),
  )
}

function rowOf(
  sheet: Document,
  data: Element,
  row: readonly string[],
  number: number,
  formats: ReadonlyMap<string, string>,
): Element {
  const made = (name: string): Element =>
    sheet.createElementNS(
      data.namespaceURI,
      data.prefix === null || data.prefix === '' ? name : `${data.prefix}:${name}`,
    )
  const element = made('row')
  element.setAttribute('r', String(number))
  for (const [at, text] of row.entries()) {
    if (text === '') continue
    const letters = columnLetters(at)
    const cell = made('c')
    cell.setAttribute('r', `${letters}${number}`)
    const format = formats.get(letters)
    if (format !== undefined) cell.setAttribute('s', format)
    cell.setAttribute('t', 'inlineStr')
    const [inline, value] = [made('is'), made('t')]
    value.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve')
    value.appendChild(sheet.createTextNode(escapeCell(text)))
    inline.appendChild(value)
    cell.appendChild(inline)
    element.appendChild(cell)
  }
  return element
}

/** What the sheet says of its own size. */
function widen(sheet: Document, last: number): void {
  const dimension = allNamed(sheet, 'dimension')[0]
  const [, corner, letters] =
    /^([A-Z]+\d+)(?::([A-Z]+)\d+)?$/.exec(dimension?.getAttribute('ref') ?? '') ?? []
  if (dimension === undefined || corner === undefined) return
  dimension.setAttribute('ref', `${corner}:${letters ?? corner.replace(/\d+$/, '')}${last}`)
}
