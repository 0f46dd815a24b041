import { isOurCallList } from '../../../core/export/call-list.ts'
import { isOurTable } from '../../../core/export/table.ts'
import { beginningOf } from '../../files/beginning.ts'

const enough = 65_536

/** Whether a file is one that the command line writes, so that nothing else is lost with it; an empty one is. */
export async function isOurs(file: string, kind: 'json' | 'csv'): Promise<boolean> {
  const bytes = await beginningOf(file, enough)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  return (
    text === '' || (kind === 'csv' ? isOurTable(text) || isOurCallList(text) : ourLine.test(text))
  )
}

const ourLine = /^\{"file":"(?:[^"\\]|\\.)*","page":\d+,"card":(?:null|\{[^{}]*\}),"status":"/
