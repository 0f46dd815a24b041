import { errorsOf, type ExportEntry, isReviewed } from '../../core/export/entry.ts'
import type { Encoding, TableFormat } from '../../core/layout/file-form.ts'
import { licensesFileOf } from '../../core/export/license-file.ts'
import { builtIns, type Preset } from '../../core/layout/preset.ts'
import { chosenFor, columnsFor, tableOf } from '../../core/export/table.ts'
import type { ExportOutcome } from '../../core/ipc/contract.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import type { Language } from '../../core/settings/settings.ts'
import type { Judging } from '../../core/verdict/verdict.ts'
import { wordsIn } from '../../core/words/words.ts'
import { appendTable } from './append-table.ts'
import { entriesOf } from './entries-of.ts'
import { tableFile } from './table-file.ts'
import { failed, onThisDisk, writeVerified } from './write-verified.ts'

/** How a table is to be written. */
export interface TableLayout {
  readonly format: TableFormat
  readonly encoding: Encoding
  readonly preset: Preset
  /** Also those that somebody still has to look at: a column says so then. */
  readonly openToo: boolean
  /** Whether the rows go to the end of a table that is there; of XLSX and CSV. */
  readonly grows: boolean
  /** What licenses are looked at for; nothing in particular where it is not given. */
  readonly judging?: Judging
}

export interface TableExport extends TableLayout {
  /** Absolute path of the file to write. */
  readonly path: string
  readonly records: readonly LicenseRecord[]
  readonly headings: Language
  readonly now: Date
}

/** All fields of all licenses, for whoever asks for nothing else. */
export const plainTable: TableLayout = {
  format: 'csv',
  encoding: 'utf8',
  preset: builtIns.full,
  openToo: true,
  grows: false,
}

/** Writes records as a table and compares what then stands on the disk with the records, cell by cell. */
export async function exportTable(wish: TableExport): Promise<ExportOutcome> {
  const { path: target, preset, headings, now } = wish
  const entries = entriesOf(wish.records, now, wish.judging)
  const chosen = chosenFor(entries, preset)
  const refused = refusalOf(entries, chosen, wish)
  if (refused !== undefined) return refused
  const left = leftOutOf(entries, chosen)
  if (wish.format === 'json') {
    const file = licensesFileOf(chosen, now.toISOString(), preset.numbers)
    const bytes = Buffer.from(`${JSON.stringify(file, null, 2)}\n`)
    const isSame = (readBack: Uint8Array): boolean => bytes.equals(readBack)
    const outcome = await writeVerified(target, { bytes, rows: chosen.length, isSame }, onThisDisk)
    return outcome.kind === 'written' ? { ...outcome, ...left } : outcome
  }
  const { format, encoding, grows } = wish
  const table = tableOf(entries, headings, preset, grows)
  const shown = columnsFor(chosen, preset, grows)
  const form = { format, encoding, shown, sheetName: wordsIn(headings)('table:sheet') }
  if (grows) {
    const outcome = await appendTable(target, table, form)
    return outcome.kind === 'written' ? { ...outcome, ...left } : outcome
  }
  const file = tableFile(table, form)
  if (!file.ok) return { ...failed(target, 'not-in-encoding'), characters: file.characters }
  const outcome = await writeVerified(target, { ...file, rows: chosen.length }, onThisDisk)
  if (outcome.kind !== 'written') return outcome
  return { ...outcome, ...left, ...(file.rare === '' ? {} : { rare: file.rare }) }
}

/** Why nothing is to be written: somebody has to look first, or there is nothing. */
export function refusalOf(
  entries: readonly ExportEntry[],
  chosen: readonly ExportEntry[],
  { openToo }: Pick<TableLayout, 'openToo'>,
): Extract<ExportOutcome, { kind: 'unresolved' | 'nothing' }> | undefined {
  const open = chosen.filter((entry) => !isReviewed(entry))
  if (open.length > 0 && !openToo) {
    const wrong = open.filter((entry) => errorsOf(entry).length > 0).length
    return { kind: 'unresolved', open: open.length, wrong }
  }
  if (chosen.length === 0 && entries.length > 0) return { kind: 'nothing', leftOut: entries.length }
  return undefined
}

export const leftOutOf = (
  entries: readonly ExportEntry[],
  chosen: readonly ExportEntry[],
): { readonly leftOut?: number } =>
  entries.length === chosen.length ? {} : { leftOut: entries.length - chosen.length }
