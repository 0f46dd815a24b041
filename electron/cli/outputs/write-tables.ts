import { withColumns } from '../../../core/layout/edit-preset.ts'
import { type BuiltInId, builtIns, type Preset } from '../../../core/layout/preset.ts'
import { tableOf } from '../../../core/export/table.ts'
import { tsvText } from '../../../core/export/tsv.ts'
import type { Language } from '../../../core/settings/settings.ts'
import type { Judging } from '../../../core/verdict/verdict.ts'
import { exportAdviceOf } from '../../../core/words/say-advice.ts'
import { wordsIn } from '../../../core/words/words.ts'
import type { Desk } from '../../desk/desk.ts'
import { encodeText } from '../../export/encode.ts'
import { entriesOf } from '../../export/entries-of.ts'
import { codeOf } from '../../files/code-of.ts'
import { standingAt } from '../../files/standing.ts'
import type { TableOptions } from '../table-options.ts'
import type { Terminal } from '../terminal.ts'
import { sayAdvice, sayExport, sayLost } from '../say-trouble.ts'
import { type StandardOutput, standardBytes } from './line-output.ts'
import { cannotWrite } from './prepare-output.ts'

export interface TableParts {
  readonly desk: Pick<Desk, 'exportTable' | 'recordsOf'>
  readonly terminal: Terminal
  readonly standardOutput: StandardOutput
  readonly now: () => Date
  /** What licenses are judged by: the tables say the verdict then, whatever the preset has. */
  readonly judging?: Judging
}

/** Writes every table that was asked for; whether all of them stand where they should. */
export async function writeTables(
  options: TableOptions & { readonly language: Language },
  parts: TableParts,
): Promise<boolean> {
  let isWritten = true
  for (const format of ['csv', 'xlsx'] as const) {
    const path = options[format]
    if (path === undefined) continue
    isWritten = (await writeFile({ ...options, format, path }, parts)) && isWritten
  }
  if (options.tsv !== undefined) isWritten = writeRows(options, parts) && isWritten
  return isWritten
}

interface FileWish extends TableOptions {
  readonly language: Language
  readonly format: 'csv' | 'xlsx'
  readonly path: string
}

/** @returns whether the file that was asked for stands there; when it is held, a free name beside it is taken */
async function writeFile(wish: FileWish, parts: TableParts): Promise<boolean> {
  const { path, format, encoding = 'utf8', preset = 'full', language } = wish
  const { desk, terminal, judging } = parts
  const isDevice = (await standingAt(path).catch(() => undefined))?.kind === 'device'
  const layout = {
    format,
    encoding,
    preset: presetWith(preset, judging),
    ...(judging && { judging }),
  }
  const outcome = await desk.exportTable({ ...layout, path, headings: language })
  if (outcome.kind !== 'written') terminal.warn(sayExport(outcome, language))
  else if (isDevice)
    terminal.say(wordsIn(language)('command:sent', { path: outcome.path, count: outcome.rows }))
  else terminal.say(sayExport(outcome, language))
  if (outcome.kind === 'locked') await writeFile({ ...wish, path: outcome.offered }, parts)
  return outcome.kind === 'written'
}

/** With the verdict at the end, where one is asked for. */
const presetWith = (id: BuiltInId, judging: Judging | undefined): Preset =>
  judging === undefined ? builtIns[id] : withColumns(builtIns[id], ['verdict', 'verdict_reasons'])

/** Rows to standard output, cells apart by tabs. */
function writeRows(
  { encoding = 'utf8', preset = 'full', language }: TableOptions & { readonly language: Language },
  { desk, terminal, standardOutput, now, judging }: TableParts,
): boolean {
  const entries = entriesOf(desk.recordsOf(), now(), judging)
  const text = tsvText(tableOf(entries, language, presetWith(preset, judging)))
  const encoded =
    encoding === 'utf8'
      ? ({ ok: true, bytes: Buffer.from(text) } as const)
      : encodeText(text, encoding)
  const name = wordsIn(language)('output:standardOutput')
  if (!encoded.ok) {
    const advice = sayAdvice(exportAdviceOf('not-in-encoding', language), language)
    terminal.warn(sayLost(`${name}: ${advice}`, encoded.characters, language))
    return false
  }
  try {
    standardBytes(standardOutput, encoded.bytes)
    return true
  } catch (error) {
    if (codeOf(error) === '') throw error
    terminal.warn(cannotWrite('-', error, language).message)
    return false
  }
}
