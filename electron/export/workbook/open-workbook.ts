import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import { columnOf, unescapeCell } from './cell-text.ts'

export interface Cell {
  readonly text: string
  /** Whether it is text: neither a number nor a formula. */
  readonly isText: boolean
}

/** The first sheet of a workbook, and all that is around it. */
export interface Workbook {
  readonly rows: readonly (readonly Cell[])[]
  readonly parts: Readonly<Record<string, Uint8Array>>
  /** Name of the part with the sheet. */
  readonly sheetName: string
  readonly sheet: Document
}

/** Beyond this, unpacked, it is no table of a front desk, in bytes. */
const mostUnpacked = 400 * 1024 * 1024

/** Nothing where the bytes are no workbook. */
export function openWorkbook(bytes: Uint8Array): Workbook | undefined {
  try {
    let unpacked = 0
    const parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize
        if (unpacked > mostUnpacked) throw new Error('too large')
        return true
      },
    })
    const sheetName = firstSheet(parts)
    const sheet = sheetName === undefined ? undefined : xmlIn(parts, sheetName)
    if (sheetName === undefined || sheet === undefined) return undefined
    return { rows: rowsOf(sheet, sharedIn(parts)), parts, sheetName, sheet }
  } catch {
    return undefined
  }
}

/** Every element of that name, whatever its prefix. */
export const allNamed = (within: Document | Element, name: string): Element[] => [
  ...within.getElementsByTagNameNS('*', name),
]

function xmlIn(parts: Workbook['parts'], name: string): Document | undefined {
  const part = parts[name]
  if (part === undefined) return undefined
  const fail = (_level: string, message: string): never => {
    throw new Error(message)
  }
  return new DOMParser({ onError: fail }).parseFromString(strFromU8(part), 'text/xml')
}

function firstSheet(parts: Workbook['parts']): string | undefined {
  const book = xmlIn(parts, 'xl/workbook.xml')
  const links = xmlIn(parts, 'xl/_rels/workbook.xml.rels')
  const [sheet] = book === undefined ? [] : allNamed(book, 'sheet')
  if (sheet === undefined || links === undefined) return undefined
  const id = [...sheet.attributes].find((one) => one.localName === 'id' && one.prefix !== null)
  const link = allNamed(links, 'Relationship').find((one) => one.getAttribute('Id') === id?.value)
  const target = link?.getAttribute('Target')
  if (target === undefined || target === null) return undefined
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** The texts that cells share, in their order. */
function sharedIn(parts: Workbook['parts']): readonly string[] {
  const shared = xmlIn(parts, 'xl/sharedStrings.xml')
  return shared === undefined ? [] : allNamed(shared, 'si').map(textIn)
}

/** All runs of a text, without the readings that stand above Chinese characters. */
const textIn = (element: Element): string =>
  unescapeCell(
    allNamed(element, 't')
      .filter(({ parentNode }) => parentNode?.localName !== 'rPh')
      .map(({ textContent }) => textContent ?? '')
      .join(''),
  )

function rowsOf(sheet: Document, shared: readonly string[]): Cell[][] {
  const rows: Cell[][] = []
  for (const row of allNamed(sheet, 'row')) {
    const at = Number(row.getAttribute('r') ?? rows.length + 1) - 1
    if (!(at >= rows.length && at < 1_048_576)) throw new Error('rows out of order')
    while (rows.length < at) rows.push([])
    rows.push(cellsOf(row, shared))
  }
  return rows
}

function cellsOf(row: Element, shared: readonly string[]): Cell[] {
  const cells: Cell[] = []
  for (const cell of allNamed(row, 'c')) {
    const place = cell.getAttribute('r')
    const at = place === null ? cells.length : columnOf(place)
    if (!(at >= cells.length && at < 16_384)) throw new Error('cells out of order')
    while (cells.length < at) cells.push({ text: '', isText: true })
    cells.push(readCell(cell, shared))
  }
  return cells
}

function readCell(cell: Element, shared: readonly string[]): Cell {
  const hasFormula = allNamed(cell, 'f').length > 0
  const value = allNamed(cell, 'v')[0]?.textContent ?? ''
  switch (cell.getAttribute('t')) {
    case 'inlineStr':
      return { text: textIn(cell), isText: !hasFormula }
    case 's':
      return { text: shared[Number(value)] ?? '', isText: !hasFormula }
    case 'str':
      return { text: unescapeCell(value), isText: !hasFormula }
    default:
      return { text: value, isText: value === '' && !hasFormula }
  }
}
