import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import { imageOf, licenseOf } from '../../core/license/record.ts'
import type { Stores } from '../store/stores.ts'
import { recordsOf } from './records-of.ts'

/**
 * The images that nobody has any more when these jobs are taken off the list with their records. One that is being read
 * may be out; one that was never read here owes what was paid for it to another. Records that were put away are looked
 * for under the person's number, as it was read and as it was corrected.
 */
export function imagesOnlyOf(
  leaving: readonly Job[],
  { jobs, records }: Pick<Stores, 'jobs' | 'records'>,
): ReadonlySet<string> {
  const ids = new Set(leaving.map(({ id }) => id))
  const recordIds = new Set(leaving.flatMap(({ state }) => recordIdsOf(state)))
  const staying = jobs.all().filter(({ id, state }) => !ids.has(id) || state.kind === 'running')
  const held = new Set(staying.map(({ source }) => imageOf(source)))

  const isHeldByRecord = (job: Job): boolean => {
    const { source, state } = job
    const own = recordsOf(job, records)
    if (own.length === 0) return state.kind === 'queued' || state.kind === 'cancelled'
    const numbers = new Set(
      own.flatMap((record) => [record.reading.fields.id_num.value, licenseOf(record).id_num]),
    )
    return [...numbers]
      .flatMap((person) => records.find({ person }).matches)
      .filter(({ id }) => !recordIds.has(id))
      .some(({ id }) => {
        const other = records.get(id)
        return other !== undefined && imageOf(other.source) === imageOf(source)
      })
  }
  const last = leaving.filter((job) => !held.has(imageOf(job.source)) && !isHeldByRecord(job))
  return new Set(last.map(({ source }) => imageOf(source)))
}
