import { strFromU8, unzipSync } from 'fflate'
import { type Cell, cellsIn, sharedTexts } from './read-sheet.ts'
import { walkXml } from './walk-xml.ts'

/** The first sheet of a workbook, and all that is around it. */
export interface Workbook {
  readonly rows: readonly (readonly Cell[])[]
  readonly parts: Readonly<Record<string, Uint8Array>>
  /** Name of the part with the sheet, and what it holds. */
  readonly sheetName: string
  readonly sheet: string
}

/** Beyond this, unpacked, it is no table of a front desk, in bytes. */
const mostUnpacked = 400 * 1024 * 1024

/** Nothing where the bytes are no workbook. */
export function openWorkbook(bytes: Uint8Array): Workbook | undefined {
  try {
    const parts = unpacked(bytes)
    const sheetName = firstSheet(parts)
    const sheet = textOf(parts, sheetName)
    if (sheetName === undefined || sheet === undefined) return undefined
    const shared = sharedTexts(textOf(parts, 'xl/sharedStrings.xml'))
    return { rows: cellsIn(sheet, shared), parts, sheetName, sheet }
  } catch {
    return undefined
  }
}

function unpacked(bytes: Uint8Array): Workbook['parts'] {
  let size = 0
  return unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize
      if (size > mostUnpacked) throw new Error('too large')
      return true
    },
  })
}

function textOf(parts: Workbook['parts'], name: string | undefined): string | undefined {
  const part = name === undefined ? undefined : parts[name]
  return part && strFromU8(part)
}

function firstSheet(parts: Workbook['parts']): string | undefined {
  const id = firstWith(textOf(parts, 'xl/workbook.xml'), 'sheet', () => true)?.get('id')
  const links = textOf(parts, 'xl/_rels/workbook.xml.rels')
  const target = firstWith(links, 'Relationship', (of) => of.get('Id') === id)?.get('Target')
  if (id === undefined || target === undefined) return undefined
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** The attributes of the first such element. */
function firstWith(
  xml: string | undefined,
  wanted: string,
  fits: (attributes: ReadonlyMap<string, string>) => boolean,
): ReadonlyMap<string, string> | undefined {
  let found: ReadonlyMap<string, string> | undefined
  if (xml !== undefined)
    walkXml(xml, {
      open({ name, attributes }) {
        if (found === undefined && name === wanted && fits(attributes)) found = attributes
      },
    })
  return found
}
