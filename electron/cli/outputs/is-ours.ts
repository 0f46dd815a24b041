import { readFile } from 'node:fs/promises'
import { isOurHeading, isOurTable } from '../../../core/export/our-table.ts'
import { openWorkbook } from '../../export/workbook/open-workbook.ts'
import { isOurCallList } from '../../../core/export/call-list.ts'
import { beginningOf } from '../../files/beginning.ts'
import { systemPath } from '../../files/system-path.ts'

export const outputKinds = ['json', 'csv', 'xlsx'] as const

export type OutputKind = (typeof outputKinds)[number]

const enough = 65_536

/** Whether a file is one that the command line writes, so that nothing else is lost with it; an empty one is. */
export async function isOurs(file: string, kind: OutputKind): Promise<boolean> {
  const bytes = await beginningOf(file, enough)
  if (bytes.length === 0) return true
  const textIn = (encoding: string): string =>
    new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  switch (kind) {
    case 'json':
      return ourLine.test(textIn('utf-8'))
    case 'csv':
      return (
        isOurTable(textIn('utf-8')) ||
        isOurCallList(textIn('utf-8')) ||
        isOurTable(textIn('gb18030'))
      )
    case 'xlsx': {
      const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
      const [headings] = (isZip && openWorkbook(await readFile(systemPath(file)))?.rows) || []
      return headings !== undefined && isOurHeading(headings.map(({ text }) => text))
    }
  }
}

const ourLine = /^\{"file":"(?:[^"\\]|\\.)*","page":\d+,"card":(?:null|\{[^{}]*\}),"status":"/
