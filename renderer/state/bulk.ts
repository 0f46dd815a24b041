import { confirmableIn } from '../../core/license/confirmable.ts'
import { isFreeToRetry } from '../../core/jobs/step.ts'
import type { FieldChange } from './history.ts'
import { viewOf } from './license-view.ts'
import type { Row } from './rows.ts'

/** What can be done with several lines at once. */
export interface Bulk {
  readonly rows: readonly Row[]
  /** Fields that may be confirmed without looking at each: none that is empty, and none that cannot be right. */
  readonly changes: readonly FieldChange[]
  /** How many licenses have these, and in how many something is left to look at afterwards. */
  readonly confirmable: number
  readonly left: number
  /** Records that can go into a table, those that nobody has to look at, and the others. */
  readonly ready: readonly string[]
  readonly open: readonly string[]
  /** Jobs to be read once more, and to be tried again, at no cost. */
  readonly readAgain: readonly string[]
  readonly retry: readonly string[]
  /** Lines that are done with. */
  readonly finished: readonly string[]
}

/** What is asked before something is done with several lines; null: nothing is. */
export type BulkQuestion = {
  readonly kind: 'confirm' | 'export' | 'remove'
  readonly bulk: Bulk
} | null

/** @param returnDate the day a rented car comes back, where rentals are judged */
export function bulkOf(rows: readonly Row[], today: string, returnDate?: string): Bulk {
  const each = rows.flatMap((row) =>
    row.record === null ? [] : confirmationOf(row.record, today, returnDate),
  )
  const records = rows.flatMap(({ record }) => record ?? [])
  const isReady = (record: (typeof records)[number]): boolean =>
    viewOf(record, today, returnDate).look.size === 0
  return {
    rows,
    changes: each.flatMap(({ changes }) => changes),
    confirmable: each.filter(({ changes }) => changes.length > 0).length,
    left: each.filter(({ left }) => left > 0).length,
    ready: records.filter(isReady).map(({ id }) => id),
    open: records.filter((record) => !isReady(record)).map(({ id }) => id),
    readAgain: unique(rows.flatMap(({ job }) => (job.state.kind === 'done' ? job.id : []))),
    retry: unique(rows.flatMap(({ job }) => (isFreeToRetry(job.state) ? job.id : []))),
    finished: rows.filter(({ state }) => state.kind === 'ready').map(({ id }) => id),
  }
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)]

function confirmationOf(
  record: NonNullable<Row['record']>,
  today: string,
  returnDate: string | undefined,
): { readonly changes: readonly FieldChange[]; readonly left: number } {
  const { license, look } = viewOf(record, today, returnDate)
  const items = [...look].map(([field, reasons]) => ({ field, reasons }))
  const { values, left } = confirmableIn({ license, items })
  const changes = values.map(({ field, value }) => ({
    recordId: record.id,
    field,
    before: null,
    after: value,
  }))
  return { changes, left }
}
