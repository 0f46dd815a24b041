import { type Job, recordIdOf } from '../../core/jobs/job.ts'
import { isFreeToRetry } from '../../core/jobs/step.ts'
import type { FailureKind } from '../../core/license/failure.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import { unreachable } from '../../core/result.ts'
import type { DeskState } from './desk-state.ts'
import { viewOf } from './license-view.ts'
import type { Selection } from './selection-state.ts'

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

/** What the chips count and filter by; what waits or runs is in none of them. */
export type RowGroup = 'ready' | 'look' | 'failed'

/** One line of the list. */
export interface Row {
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
    case 'unknown':
    case 'cancelled':
      return 'failed'
    default:
      return unreachable(state)
  }
}

function stateOf(job: Job, record: LicenseRecord | null, today: string): RowState {
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
      const count = viewOf(record, today).look.size
      return count === 0 ? { kind: 'ready' } : { kind: 'look', count }
    }
    default:
      return unreachable(state)
  }
}

const known = new WeakMap<Job, { readonly row: Row; readonly today: string }>()

/** Rows are kept as long as neither job nor record changed, so that a long list draws little. */
function rowOf(job: Job, record: LicenseRecord | null, today: string): Row {
  const before = known.get(job)
  if (before?.row.record === record && before.today === today) return before.row
  const name = record === null ? '' : viewOf(record, today).license.name
  const row = { job, record, state: stateOf(job, record, today), name }
  known.set(job, { row, today })
  return row
}

export function rowsOf(desk: DeskState, today: string): readonly Row[] {
  return desk.order.flatMap((id) => {
    const job = desk.jobs.get(id)
    if (job === undefined) return []
    const record = desk.records.get(recordIdOf(job.state) ?? '')
    return [rowOf(job, record ?? null, today)]
  })
}

/** What can go into a table now: by the records, also while one of them is read once more. */
export function exportableOf(
  rows: readonly Row[],
  today: string,
): { readonly ready: readonly string[]; readonly look: readonly string[] } {
  const records = rows.flatMap((row) => row.record ?? [])
  const isReady = (record: LicenseRecord): boolean => viewOf(record, today).look.size === 0
  return {
    ready: records.filter(isReady).map(({ id }) => id),
    look: records.filter((record) => !isReady(record)).map(({ id }) => id),
  }
}

/** The jobs of the given records that nobody has to look at any more. */
export function finishedOf(rows: readonly Row[], recordIds: readonly string[]): string[] {
  const wanted = new Set(recordIds)
  return rows
    .filter(({ state, record }) => state.kind === 'ready' && wanted.has(record?.id ?? ''))
    .map(({ job }) => job.id)
}

export function countRows(rows: readonly Row[]): Readonly<Record<RowGroup, number>> {
  const counts = { ready: 0, look: 0, failed: 0 }
  for (const row of rows) {
    const group = groupOf(row.state)
    if (group !== null) counts[group] += 1
  }
  return counts
}

/** The rows that the filter and the search let through; the selected one stays while it is filtered away. */
export function shownRows(rows: readonly Row[], selection: Selection): readonly Row[] {
  const wanted = selection.search.trim().toLowerCase()
  if (selection.filter === 'all' && wanted === '') return rows
  return rows.filter((row) => {
    const matches =
      wanted === '' ||
      row.name.toLowerCase().includes(wanted) ||
      row.job.source.name.toLowerCase().includes(wanted)
    if (!matches) return false
    return (
      selection.filter === 'all' ||
      groupOf(row.state) === selection.filter ||
      row.job.id === selection.jobId
    )
  })
}

/** The next row with something to look at, after the given one and around the end; null when there is none. */
export function nextToLookAt(rows: readonly Row[], after: string | null): Row | null {
  const at = rows.findIndex((row) => row.job.id === after)
  const inTurn = [...rows.slice(at + 1), ...rows.slice(0, at + 1)]
  return inTurn.find((row) => row.state.kind === 'look' && row.job.id !== after) ?? null
}

/** Which of the shown rows takes the selection when one leaves: the nearest below, else above. */
export function neighbourOf(shown: readonly Row[], jobId: string): string | null {
  const at = shown.findIndex((row) => row.job.id === jobId)
  const next = shown[at + 1] ?? shown[at - 1]
  return next?.job.id ?? null
}

/** Those that can be tried again without costing what was not wanted. */
export const freeToRetry = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap(({ job }) => (isFreeToRetry(job.state) ? job.id : []))
