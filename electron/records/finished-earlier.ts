import type { DeskSnapshot } from '../../core/ipc/contract.ts'
import { keptIdOf, type Source } from '../../core/license/record.ts'
import { review } from '../../core/license/review.ts'
import { localDate } from '../clock/local-time.ts'

/**
 * Licenses on the list that were read on an earlier day and have nothing left to be looked at: the list is for the
 * present work, and their records stay. What has no file stays on the list, where alone its image is kept, until a
 * person puts it away.
 */
export function finishedEarlier(
  { jobs, records }: Pick<DeskSnapshot, 'jobs' | 'records'>,
  now: Date,
): string[] {
  const today = localDate(now)
  const done = new Set(jobs.flatMap(({ state }) => (state.kind === 'done' ? state.recordIds : [])))
  return records
    .filter(({ id }) => done.has(id))
    .filter(({ source, joined }) => [source, joined?.source].every((one) => !isLoose(one)))
    .filter(({ readAt }) => localDate(new Date(readAt)) < today)
    .filter((record) => review(record, { today }).items.length === 0)
    .map(({ id }) => id)
}

const isLoose = (source: Source | undefined): boolean =>
  source !== undefined && keptIdOf(source.path) !== undefined
