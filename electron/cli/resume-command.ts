import path from 'node:path'
import { isWithin } from '../files/standing.ts'
import type { ScanOptions } from './arguments.ts'
import { asksForTable } from './table-options.ts'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * The command line that goes on with what is left, as it can be typed.
 * @param options with absolute paths
 * @param from where it is typed
 */
export function resumeCommand(
  options: ScanOptions,
  from: string,
  platform: NodeJS.Platform = process.platform,
): string {
  const { data, engine, baseAddress, whenSpent, csv, xlsx, tsv, preset, encoding } = options
  const rental = asksForTable(options) ? options.rental : undefined
  const given: readonly (readonly [string, string | undefined])[] = [
    ['--data', data?.folder],
    ['--key-file', data?.keyFile],
    ['--engine', engine],
    ['--base-url', baseAddress],
    ['--when-spent', whenSpent === 'fail' ? undefined : whenSpent],
    ['--csv', csv],
    ['--xlsx', xlsx],
    ['--tsv', tsv],
    ['--preset', preset],
    ['--encoding', encoding],
    ['--vehicle', rental?.vehicle],
    ['--pick-up', rental?.pickUp],
    ['--return', rental?.giveBack],
  ]
  const words = [
    // PowerShell starts npm by a script of its own, and swallows the first `--` before it.
    platform === 'win32' ? 'npm.cmd' : 'npm',
    'run',
    '--silent',
    ...(isWithin(from, root) ? [] : ['--prefix', root]),
    'desk',
    '--',
    'resume',
    ...given.flatMap(([option, value]) => (value === undefined ? [] : [option, value])),
    ...(options.splitPages ? ['--split-pages'] : []),
    ...(options.force ? ['--force'] : []),
  ]
  return words.map((word) => quoted(word, platform)).join(' ')
}

/** As the shells of the system take it for one word. */
function quoted(word: string, platform: NodeJS.Platform): string {
  if (/^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word)) return word
  if (platform === 'win32') return `"${word}"`
  if (!/[\p{C}\p{Zl}\p{Zp}]/u.test(word)) return `'${word.replaceAll("'", `'\\''`)}'`
  const inner = word.replaceAll(/[\\']/g, '\\$&').replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped)
  return `$'${inner}'`
}

const escaped = (character: string): string =>
  `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`
