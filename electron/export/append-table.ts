import { readFile } from 'node:fs/promises'
import { appending } from '../../core/export/append.ts'
import { csvLines, disarmed, firstUnequal, parseCsvLines } from '../../core/export/csv.ts'
import type { Table } from '../../core/export/table.ts'
import type { ExportOutcome } from '../../core/ipc/contract.ts'
import { standingAt } from '../files/standing.ts'
import { systemPath } from '../files/system-path.ts'
import { decodeText, encodeText, encodingOf } from './encode.ts'
import { isOpenInOffice } from './open-in-office.ts'
import { holdsRows, readOnce, type TableForm, tableFile } from './table-file.ts'
import { withRows } from './workbook/append-rows.ts'
import { openWorkbook } from './workbook/open-workbook.ts'
import type { Cell } from './workbook/read-sheet.ts'
import {
  type Content,
  failed,
  failureReasonOf,
  onThisDisk,
  writeVerified,
} from './write-verified.ts'

type Outcome = Extract<ExportOutcome, { kind: 'written' | 'locked' | 'failed' }>

/** What a file is to hold, or what stops it. */
type Plan =
  | { readonly kind: 'write'; readonly content: Content; readonly told: Told }
  | { readonly kind: 'stop'; readonly outcome: Outcome }

interface Told {
  readonly already?: number
  readonly changed?: number
  readonly rare?: string
}

/**
 * Puts rows at the end of a table that is there, or makes one: what stood in it stays, cell by cell, whoever wrote it, and
 * no record goes in twice. A file that a spreadsheet program has open is not touched.
 */
export async function appendTable(target: string, table: Table, form: TableForm): Promise<Outcome> {
  try {
    const standing = await standingAt(target)
    if (standing.kind !== 'file') return await writeNew(target, table, form)
    if (await isOpenInOffice(standing.place)) return locked(target)
    const bytes = await readFile(systemPath(standing.place))
    if (bytes.length === 0) return await writeNew(target, table, form)
    const plan = (form.format === 'xlsx' ? planWorkbook : planCsv)(target, bytes, table)
    if (plan.kind === 'stop') return plan.outcome
    const outcome = await writeVerified(target, plan.content, onThisDisk)
    if (outcome.kind === 'locked') return locked(target)
    return outcome.kind === 'written' ? { ...outcome, ...plan.told } : outcome
  } catch (error) {
    return failed(target, failureReasonOf(error))
  }
}

async function writeNew(target: string, table: Table, form: TableForm): Promise<Outcome> {
  const file = tableFile(table, form)
  if (!file.ok) return { ...failed(target, 'not-in-encoding'), characters: file.characters }
  const outcome = await writeVerified(target, { ...file, rows: table.length - 1 }, onThisDisk)
  if (outcome.kind === 'locked') return locked(target)
  if (outcome.kind !== 'written' || file.rare === '') return outcome
  return { ...outcome, rare: file.rare }
}

/** It has to be this file: under another name the day would be in two. */
const locked = (target: string): Outcome => ({ kind: 'locked', path: target, offered: '' })

function planWorkbook(target: string, bytes: Uint8Array, table: Table): Plan {
  const there = openWorkbook(bytes)
  if (there === undefined) return stop(target, 'not-a-table')
  const plan = appending(textsOf(there.rows, table), table)
  if (plan.kind === 'other-columns') return stop(target, plan.kind)
  const { rows, ...counts } = plan
  const before = there.rows.length
  const isSame = (readBack: Uint8Array): boolean => {
    const now = openWorkbook(readBack)?.rows
    return (
      now?.length === before + rows.length &&
      holdsRows(now.slice(before), rows) &&
      JSON.stringify(now.slice(0, before)) === JSON.stringify(there.rows)
    )
  }
  if (rows.length === 0) return nothingNew(target, counts)
  const whole = withRows(there, rows)
  const content = { bytes: whole, rows: rows.length, isSame: readOnce(whole, isSame) }
  return { kind: 'write', content, told: toldOf(counts, '') }
}

/** As wide as the table at least; a cell that is no text any more is none of ours. */
const textsOf = (rows: readonly (readonly Cell[])[], [headings = []]: Table): Table =>
  rows.map((row) =>
    Array.from({ length: Math.max(headings.length, row.length) }, (_, at) => row[at]?.text ?? ''),
  )

function planCsv(target: string, bytes: Uint8Array, table: Table): Plan {
  const encoding = encodingOf(bytes)
  const text = decodeText(bytes, encoding)
  const there = text === undefined ? [] : parseCsvLines(text)
  if (there.length === 0) return stop(target, 'not-a-table')
  const plan = appending(there, disarmed(table))
  if (plan.kind === 'other-columns') return stop(target, plan.kind)
  const { rows, ...counts } = plan
  const width = there[0]?.length ?? 0
  // What somebody added behind our columns has its cells in every row.
  const whole = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
  if (whole.length === 0) return nothingNew(target, counts)
  const encoded = encodeText(csvLines(whole), encoding)
  if (!encoded.ok)
    return {
      kind: 'stop',
      outcome: { ...failed(target, 'not-in-encoding'), characters: encoded.characters },
    }
  const added = encoding === 'utf8' ? encoded.bytes.subarray(3) : encoded.bytes
  const isSame = (readBack: Uint8Array): boolean => {
    const now = decodeText(readBack, encoding)
    if (now === undefined || !Buffer.from(readBack).subarray(0, bytes.length).equals(bytes))
      return false
    return firstUnequal(parseCsvLines(now), [...there, ...whole]) === undefined
  }
  const all = Buffer.concat([bytes, added])
  const content = { bytes: all, rows: rows.length, isSame: readOnce(all, isSame) }
  return { kind: 'write', content, told: toldOf(counts, encoded.rare) }
}

interface Counts {
  readonly already: number
  readonly changed: number
}

const toldOf = ({ already, changed }: Counts, rare: string): Told => ({
  ...(already === 0 ? {} : { already }),
  ...(changed === 0 ? {} : { changed }),
  ...(rare === '' ? {} : { rare }),
})

const nothingNew = (target: string, counts: Counts): Plan => ({
  kind: 'stop',
  outcome: { kind: 'written', path: target, rows: 0, ...toldOf(counts, '') },
})

const stop = (target: string, reason: 'other-columns' | 'not-a-table'): Plan => ({
  kind: 'stop',
  outcome: failed(target, reason),
})
