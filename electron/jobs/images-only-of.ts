import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import { imageOf } from '../../core/license/record.ts'
import type { Stores } from '../store/stores.ts'

/**
 * The images that nobody has any more when these jobs are taken off the list with their records: no other job, and no
 * record, also of those that were put away. One that is being read may be out; one that was never read here owes what
 * was paid for it to another.
 */
export function imagesOnlyOf(
  leaving: readonly Job[],
  { jobs, records }: Pick<Stores, 'jobs' | 'records'>,
): ReadonlySet<string> {
  const ids = new Set(leaving.map(({ id }) => id))
  const recordIds = new Set(leaving.flatMap(({ state }) => recordIdsOf(state)))
  const staying = jobs.all().filter(({ id, state }) => !ids.has(id) || state.kind === 'running')
  const held = new Set(staying.map(({ source }) => imageOf(source)))

  const isOwed = ({ source, state }: Job): boolean =>
    (recordIdsOf(state).length === 0 && (state.kind === 'queued' || state.kind === 'cancelled')) ||
    records.ofImage(imageOf(source)).some((id) => !recordIds.has(id))
  const last = leaving.filter((job) => !held.has(imageOf(job.source)) && !isOwed(job))
  return new Set(last.map(({ source }) => imageOf(source)))
}
