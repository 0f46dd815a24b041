import { readdirSync } from 'node:fs'

/** All that may stand in a data folder while no program runs. */
const belongs =
  /^(desk\.sqlite|desk\.lock|keys(\.last-good)?\.json|backups|backups\/desk-\d{4}-\d\d-\d\d\.sqlite)$/

/** What stands in the folders that nobody needs any more. */
export function leftoversIn(dataFolder: string, tableFolder: string): string[] {
  const inData = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
  return [
    ...inData.filter((name) => !belongs.test(name)),
    ...readdirSync(tableFolder).filter((name) => name !== 'licenses.csv'),
  ]
}
