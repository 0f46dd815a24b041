import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'

export const libreOffice = ['soffice', 'libreoffice'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
)
if (libreOffice === undefined) console.log('LibreOffice is not installed: its tests are skipped.')

const csvFilter = 'Text - txt - csv (StarCalc)'
/** Comma, double quote, UTF-8, from row 1; as shown, without formulas. */
const plain = '44,34,76,1,,0,false,true,false'

/** Without a locale it locks up where a path is Chinese. */
const inUnicode = { ...process.env, LC_ALL: 'C.UTF-8' }

/** Longer than this, in milliseconds, it does not take; it is then locked up as it ends, which happens now and then. */
const longest = 40_000

/** Runs it with a profile of its own in this folder, and once more where it locked up. */
export function runCalc(folder: string, args: readonly string[]): void {
  for (const profile of ['profile', 'profile 2']) {
    const run = spawnSync(
      libreOffice ?? '',
      [
        `-env:UserInstallation=${pathToFileURL(path.join(folder, profile)).href}`,
        '--headless',
        ...args,
      ],
      { encoding: 'utf8', env: inUnicode, timeout: longest },
    )
    if (run.status === 0) return
    if (run.error === undefined) throw new Error(`LibreOffice: ${run.stderr}`)
  }
  throw new Error('LibreOffice locked up twice')
}

/** What LibreOffice Calc sees in a table, as it shows each cell. */
export function seenByCalc(file: string, how: readonly string[] = []): string[][] {
  const folder = path.dirname(file)
  const out = path.join(folder, 'seen')
  runCalc(folder, [...how, '--convert-to', `csv:${csvFilter}:${plain}`, '--outdir', out, file])
  const written = path.join(out, `${path.parse(file).name}.csv`)
  return parse(readFileSync(written, 'utf8'), { bom: true })
}

/** Imports a CSV with every column as text, as the guide of the program says. */
export const importedAsText = (columns: number, charset: 'utf8' | 'gb18030'): readonly string[] => {
  const all = Array.from({ length: columns }, (_, at) => `${at + 1}/2`).join('/')
  return [`--infilter=${csvFilter}:44,34,${charset === 'utf8' ? 76 : 85},1,${all}`]
}

/** Has Calc open a workbook and save it as its own, as a person would after looking at it. */
export function savedByCalc(file: string): string {
  const folder = path.dirname(file)
  const out = path.join(folder, 'saved')
  runCalc(folder, ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, file])
  return path.join(out, path.basename(file))
}
