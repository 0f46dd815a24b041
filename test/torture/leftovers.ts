import { readdirSync } from 'node:fs'
import { isAbandoned } from '../../electron/files/temporary.ts'

/** All that may stand in a data folder while no program runs. */
const belongs =
  /^(desk\.sqlite|desk\.lock|keys(\.last-good)?\.json|backups|backups\/desk-\d{4}-\d\d-\d\d\.sqlite)$/

/** Another process may have got the number of the one that was killed: then a file of it stays for a day. */
const isSpared = (name: string): boolean => name.endsWith('.part') && !isAbandoned(name, 0)

/** What stands in the folders that nobody needs any more. */
export function leftoversIn(dataFolder: string, tableFolder: string): string[] {
  const inData = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
  return [
    ...inData.filter((name) => !belongs.test(name)),
    ...readdirSync(tableFolder).filter((name) => name !== 'licenses.csv' && !isSpared(name)),
  ]
}
