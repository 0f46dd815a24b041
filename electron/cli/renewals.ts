import { userInfo } from 'node:os'
import { callList } from '../../core/export/call-list.ts'
import { wordsIn } from '../../core/words/words.ts'
import { localMinute } from '../clock/local-time.ts'
import { writeTable } from '../export/plain-table.ts'
import { standingAt } from '../files/standing.ts'
import { createNote } from '../records/note.ts'
import { findRenewals } from '../records/renewals.ts'
import type { Stores } from '../store/stores.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { HeldCommand } from './held-arguments.ts'
import type { Surroundings } from './list-held.ts'
import { prepareOutput } from './outputs/prepare-output.ts'
import { sayExport } from './say-trouble.ts'
import type { Terminal } from './terminal.ts'
import { textTable } from './text-table.ts'

type Asked = Extract<HeldCommand, { kind: 'renewals' }>

/** Tells whose license expires soon, as a table or as a spreadsheet. */
export async function tellRenewals(
  { within, csv, language }: Asked,
  stores: Stores,
  { terminal, output, now }: Surroundings,
): Promise<ExitCode> {
  const say = wordsIn(language)
  if (csv !== undefined) {
    const prepared = await prepareOutput(csv, language)
    if (!prepared.ok) return terminal.stop(prepared.error)
  }
  const found = await findRenewals({
    stores,
    now: now(),
    within,
    signal: new AbortController().signal,
  })
  const renewals = found?.renewals ?? []
  const entries = renewals.map((renewal) => ({
    renewal,
    readAt: localMinute(new Date(renewal.readAt)),
  }))
  const [headings = [], ...rows] = callList(entries, language)
  if (csv === undefined) {
    const lines = rows.length === 0 ? [] : textTable(headings, rows)
    const count = say('command:renewals', { count: rows.length, within })
    output.write(`${[...lines, ...(lines.length > 0 ? [''] : []), count].join('\n')}\n`)
    return exitCodes.allRead
  }
  if (!(await write(csv, [headings, ...rows], language, terminal))) return exitCodes.outputFailed
  createNote(stores.audit, userInfo().username, now)('records-exported', { count: rows.length })
  return exitCodes.allRead
}

/** @returns whether it stands where it was asked for; when that is held, a free name beside it is taken */
async function write(
  csv: string,
  table: readonly (readonly string[])[],
  language: Asked['language'],
  terminal: Terminal,
): Promise<boolean> {
  const isDevice = (await standingAt(csv).catch(() => undefined))?.kind === 'device'
  const outcome = await writeTable(csv, table)
  if (outcome.kind !== 'written') terminal.warn(sayExport(outcome, language))
  else if (isDevice)
    terminal.say(wordsIn(language)('command:sent', { path: outcome.path, count: outcome.rows }))
  else terminal.say(sayExport(outcome, language))
  if (outcome.kind === 'locked') await write(outcome.offered, table, language, terminal)
  return outcome.kind === 'written'
}
