import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import { step } from '../../core/jobs/step.ts'
import { keptIdOf, type LicenseRecord, type Source } from '../../core/license/record.ts'
import type { Stores } from '../store/stores.ts'
import { recordsOf } from './records-of.ts'

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
 * Takes lines off the list: jobs, each with an image that came without a file, and of others the records alone. Of a
 * record that was merged with others the image stays: whoever takes them apart again looks at it.
 * @returns those others, as they stand now
 */
export function takeOffNamed(
  { whole, parts }: Named,
  stores: Pick<Stores, 'jobs' | 'records' | 'images' | 'merged'>,
): readonly Job[] {
  const family = new Set([...stores.merged.all()].flat())
  const isMerged = ({ id }: LicenseRecord): boolean => family.has(id)
  const loosen = (records: readonly LicenseRecord[]): void => {
    for (const { joined } of records.filter((one) => !isMerged(one)))
      removeKept(joined?.source, stores)
  }
  for (const job of whole) {
    const own = recordsOf(job, stores.records)
    loosen(own)
    if (own.some(isMerged)) stores.jobs.remove(job.id)
    else takeOff(job, stores)
  }
  return parts.map(({ job, recordIds }) => {
    loosen(recordIds.flatMap((id) => stores.records.get(id) ?? []))
    const left = { ...job, state: step(job.state, { kind: 'drop-records', recordIds }) }
    stores.jobs.put(left)
    return left
  })
}

/** Takes a job off the list, and with it an image that came without a file. */
export function takeOff(job: Job, stores: Pick<Stores, 'jobs' | 'images'>): void {
  removeKept(job.source, stores)
  stores.jobs.remove(job.id)
}

function removeKept(source: Source | undefined, { images }: Pick<Stores, 'images'>): void {
  const kept = keptIdOf(source?.path ?? '')
  if (kept !== undefined) images.remove(kept)
}
