import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import { step } from '../../core/jobs/step.ts'
import { keptIdOf } from '../../core/license/record.ts'
import type { Stores } from '../store/stores.ts'

/** What lines of the list name: of some jobs all records, of others a part. */
export interface Named {
  readonly whole: readonly Job[]
  readonly parts: readonly Part[]
}

interface Part {
  readonly job: Job
  readonly recordIds: readonly string[]
}

/** @param ids of records, each of which is a line of its own, and of jobs, which have one line or several */
export function namedBy(ids: readonly string[], jobs: readonly Job[]): Named {
  const wanted = new Set(ids)
  const whole: Job[] = []
  const parts: Part[] = []
  for (const job of jobs) {
    const all = recordIdsOf(job.state)
    const recordIds = all.filter((id) => wanted.has(id))
    if (wanted.has(job.id) || (all.length > 0 && recordIds.length === all.length)) whole.push(job)
    else if (recordIds.length > 0) parts.push({ job, recordIds })
  }
  return { whole, parts }
}

export const jobIdsOf = ({ whole, parts }: Named): readonly string[] =>
  [...whole, ...parts.map(({ job }) => job)].map(({ id }) => id)

/**
 * Takes lines off the list: jobs, each with an image that came without a file, and of others the records alone.
 * @returns those others, as they stand now
 */
export function takeOffNamed(
  { whole, parts }: Named,
  stores: Pick<Stores, 'jobs' | 'images'>,
): readonly Job[] {
  for (const job of whole) takeOff(job, stores)
  return parts.map(({ job, recordIds }) => {
    const left = { ...job, state: step(job.state, { kind: 'drop-records', recordIds }) }
    stores.jobs.put(left)
    return left
  })
}

/** Takes a job off the list, and with it an image that came without a file. */
export function takeOff(
  { id, source }: Job,
  { jobs, images }: Pick<Stores, 'jobs' | 'images'>,
): void {
  const kept = keptIdOf(source.path)
  if (kept !== undefined) images.remove(kept)
  jobs.remove(id)
}
