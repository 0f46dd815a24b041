import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import { isFreeToRetry } from '../../core/jobs/step.ts'
import type { FailureKind } from '../../core/license/failure.ts'
import { type LicenseRecord, licenseOf } from '../../core/license/record.ts'
import { unreachable } from '../../core/result.ts'
import type { DeskState } from './desk-state.ts'
import { viewOf } from './license-view.ts'

export type RowState =
  | { readonly kind: 'queued' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready' }
  /** `count`: how many fields a person must still look at. */
  | { readonly kind: 'look'; readonly count: number }
  | { readonly kind: 'failed'; readonly failure: FailureKind; readonly message: string }
  /** A paid call whose answer was lost. */
  | { readonly kind: 'unknown'; readonly failure: FailureKind; readonly message: string }
  | { readonly kind: 'cancelled' }

/** Whether it is a second page and nothing else: it was read, and wants its first page. */
export const isSecondPage = (state: RowState): boolean =>
  state.kind === 'failed' && state.failure === 'second-page'

/** What the chips count and filter by; what waits or runs is in none of them, nor is a second page by itself. */
export type RowGroup = 'ready' | 'look' | 'failed'

/** One line of the list: a license that was read, or an image of which nothing was. */
export interface Row {
  /** Of the record, or of the job where there is none. */
  readonly id: string
  readonly job: Job
  readonly record: LicenseRecord | null
  readonly state: RowState
  /** The name on the license, `''` when it was not read. */
  readonly name: string
}

export function groupOf(state: RowState): RowGroup | null {
  switch (state.kind) {
    case 'queued':
    case 'reading':
      return null
    case 'ready':
      return 'ready'
    case 'look':
      return 'look'
    case 'failed':
      return isSecondPage(state) ? null : 'failed'
    case 'unknown':
    case 'cancelled':
      return 'failed'
    default:
      return unreachable(state)
  }
}

function stateOf(
  job: Job,
  record: LicenseRecord | null,
  today: string,
  returnDate: string | undefined,
): RowState {
  const { state } = job
  switch (state.kind) {
    case 'queued':
      return { kind: 'queued' }
    case 'running':
      return { kind: 'reading' }
    case 'failed':
    case 'unknown':
      return { kind: state.kind, failure: state.failure.kind, message: state.failure.message }
    case 'cancelled':
      return state
    case 'done': {
      if (record === null) return { kind: 'failed', failure: 'record-unreadable', message: '' }
      const count = viewOf(record, today, returnDate).look.size
      return count === 0 ? { kind: 'ready' } : { kind: 'look', count }
    }
    default:
      return unreachable(state)
  }
}

interface Known {
  readonly rows: readonly Row[]
  readonly today: string
  readonly returnDate: string | undefined
}

const known = new WeakMap<Job, Known>()

/** Rows are kept as long as neither job nor record changed, so that a long list draws little. */
function rowsOfJob(
  job: Job,
  records: DeskState['records'],
  today: string,
  returnDate: string | undefined,
): readonly Row[] {
  const before = known.get(job)
  const isSame = before?.today === today && before.returnDate === returnDate
  const kept = isSame ? before.rows : []
  const rowAt = (at: number, id: string, record: LicenseRecord | null): Row => {
    const same = kept[at]
    if (same !== undefined && same.record === record) return same
    const name = record === null ? '' : viewOf(record, today, returnDate).license.name
    return { id, job, record, state: stateOf(job, record, today, returnDate), name }
  }
  const recordIds = recordIdsOf(job.state)
  const rows =
    recordIds.length === 0
      ? [rowAt(0, job.id, null)]
      : recordIds.map((id, at) => rowAt(at, id, records.get(id) ?? null))
  known.set(job, { rows, today, returnDate })
  return rows
}

/** @param returnDate the day a rented car comes back, where rentals are judged; here and below */
export function rowsOf(desk: DeskState, today: string, returnDate?: string): readonly Row[] {
  return desk.order.flatMap((id) => {
    const job = desk.jobs.get(id)
    return job === undefined ? [] : rowsOfJob(job, desk.records, today, returnDate)
  })
}

/** By the id of the row, or of its job: what was selected before it was read is the first license of its image then. */
export const rowNamed = (rows: readonly Row[], id: string | null): Row | null =>
  rows.find((row) => row.id === id) ?? rows.find((row) => row.job.id === id) ?? null

/** What can go into a table now: by the records, also while one of them is read once more. */
export function exportableOf(
  rows: readonly Row[],
  today: string,
  returnDate?: string,
): { readonly ready: readonly string[]; readonly look: readonly string[] } {
  const records = rows.flatMap((row) => row.record ?? [])
  const isReady = (record: LicenseRecord): boolean =>
    viewOf(record, today, returnDate).look.size === 0
  return {
    ready: records.filter(isReady).map(({ id }) => id),
    look: records.filter((record) => !isReady(record)).map(({ id }) => id),
  }
}

/** Those of the given records that nobody has to look at any more. */
export function finishedOf(rows: readonly Row[], recordIds: readonly string[]): string[] {
  const wanted = new Set(recordIds)
  return rows
    .filter(({ state, id }) => state.kind === 'ready' && wanted.has(id))
    .map(({ id }) => id)
}

export function countRows(rows: readonly Row[]): Readonly<Record<RowGroup, number>> {
  const counts = { ready: 0, look: 0, failed: 0 }
  for (const row of rows) {
    const group = groupOf(row.state)
    if (group !== null) counts[group] += 1
  }
  return counts
}

const searched = new WeakMap<Row, string>()

/** Of one line, what a person may remember a piece of: the file, and of a license name, number, address and seal. */
function searchedIn(row: Row): string {
  const before = searched.get(row)
  if (before !== undefined) return before
  const { record, job } = row
  const { name, id_num, address, official_seal } = record === null ? noLicense : licenseOf(record)
  const text = [name, id_num, address, official_seal, job.source.name].join('\n').toLowerCase()
  searched.set(row, text)
  return text
}

const noLicense = { name: '', id_num: '', address: '', official_seal: '' }

/** What the list is asked to show. */
export interface Shown {
  readonly rowId: string | null
  readonly filter: RowGroup | 'all'
  readonly search: string
}

/** The rows that the filter and the search let through; the selected one stays while it is filtered away. */
export function shownRows(rows: readonly Row[], selection: Shown): readonly Row[] {
  const wanted = selection.search.trim().toLowerCase()
  if (selection.filter === 'all' && wanted === '') return rows
  const selected = rowNamed(rows, selection.rowId)
  return rows.filter((row) => {
    const matches = wanted === '' || searchedIn(row).includes(wanted)
    if (!matches) return false
    return selection.filter === 'all' || groupOf(row.state) === selection.filter || row === selected
  })
}

/** The next row with something to look at, after the given one and around the end; null when there is none. */
export function nextToLookAt(rows: readonly Row[], after: string | null): Row | null {
  const at = rows.findIndex((row) => row.id === after)
  const inTurn = [...rows.slice(at + 1), ...rows.slice(0, at + 1)]
  return inTurn.find((row) => row.state.kind === 'look' && row.id !== after) ?? null
}

/** Which of the shown rows takes the selection when one leaves: the nearest below, else above. */
export function neighbourOf(shown: readonly Row[], rowId: string): string | null {
  const at = shown.findIndex((row) => row.id === rowId)
  const next = shown[at + 1] ?? shown[at - 1]
  return next?.id ?? null
}

/** Those of which nothing was read and that can be tried again without costing what was not wanted. */
export const freeToRetry = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap(({ job, state }) => (isFreeToRetry(job.state) && !isSecondPage(state) ? job.id : []))
