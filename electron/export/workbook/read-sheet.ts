import { columnOf, unescapeCell } from './cell-text.ts'
import { walkXml } from './walk-xml.ts'

export interface Cell {
  readonly text: string
  /** Whether it is text: neither a number nor a formula. */
  readonly isText: boolean
}

const [mostRows, mostColumns] = [1_048_576, 16_384]

/** The texts that cells share, in their order. */
export function sharedTexts(xml: string | undefined): readonly string[] {
  const texts: string[] = []
  if (xml === undefined) return texts
  const run = textRun()
  walkXml(xml, {
    open({ name }) {
      if (name === 'si') run.begin()
      run.open(name)
    },
    text: (text) => run.text(text),
    close(name) {
      run.close(name)
      if (name === 'si') texts.push(run.said())
    },
  })
  return texts
}

/** The cells of a sheet, row by row; throws where they are out of order, or beyond what a sheet can have. */
export function cellsIn(xml: string, shared: readonly string[]): Cell[][] {
  const rows: Cell[][] = []
  const run = textRun()
  let row: Cell[] = []
  let kind: string | undefined
  let value = ''
  let isValue = false
  let hasFormula = false
  walkXml(xml, {
    open({ name, attributes }) {
      run.open(name)
      if (name === 'row') {
        fill(rows, Number(attributes.get('r') ?? rows.length + 1) - 1, mostRows, () => [])
        row = []
        rows.push(row)
      } else if (name === 'c') {
        const place = attributes.get('r')
        fill(row, place === undefined ? row.length : columnOf(place), mostColumns, () => noCell)
        kind = attributes.get('t')
        value = ''
        hasFormula = false
        run.begin()
      } else if (name === 'v') isValue = true
      else if (name === 'f') hasFormula = true
    },
    text(text) {
      if (isValue) value += text
      else run.text(text)
    },
    close(name) {
      run.close(name)
      if (name === 'v') isValue = false
      else if (name === 'c') row.push(cellOf(kind, value, run.said(), hasFormula, shared))
    },
  })
  return rows
}

const noCell: Cell = { text: '', isText: true }

/** What is left out stands empty. */
function fill<Item>(items: Item[], at: number, most: number, empty: () => Item): void {
  if (!(at >= items.length && at < most)) throw new Error('out of order')
  while (items.length < at) items.push(empty())
}

function cellOf(
  kind: string | undefined,
  value: string,
  inline: string,
  hasFormula: boolean,
  shared: readonly string[],
): Cell {
  switch (kind) {
    case 'inlineStr':
      return { text: inline, isText: !hasFormula }
    case 's':
      return { text: shared[Number(value)] ?? '', isText: !hasFormula }
    case 'str':
      return { text: unescapeCell(value), isText: !hasFormula }
    default:
      return { text: value, isText: value === '' && !hasFormula }
  }
}

/** Gathers all runs of a text, without the readings that stand above Chinese characters. */
function textRun() {
  let said = ''
  let isText = false
  let isReading = false
  return {
    begin(): void {
      said = ''
    },
    open(name: string): void {
      if (name === 't') isText = true
      if (name === 'rPh') isReading = true
    },
    text(text: string): void {
      if (isText && !isReading) said += text
    },
    close(name: string): void {
      if (name === 't') isText = false
      if (name === 'rPh') isReading = false
    },
    said: (): string => unescapeCell(said),
  }
}
