import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import { imageOf, type LicenseRecord, type Source } from '../../core/license/record.ts'
import { nameOf } from '../files/system-path.ts'
import { recordsOf } from '../jobs/records-of.ts'
import type { Stores } from '../store/stores.ts'

interface Placed {
  readonly jobs: readonly Job[]
  readonly records: readonly LicenseRecord[]
}

/**
 * A file was moved: what was read of it, each page of it alike, is of the new place.
 * @returns what changed
 */
export function moveFile(
  from: string,
  to: string,
  { jobs, records, together }: Pick<Stores, 'jobs' | 'records' | 'together'>,
): Placed {
  const placed = (source: Source): Source =>
    source.path === from ? { ...source, path: to, name: nameOf(to) } : source
  const there = jobs.all().filter(({ source }) => source.path === from)
  const read = there.flatMap(({ state, source }) => [
    ...recordIdsOf(state),
    ...records.ofImage(imageOf(source)),
  ])
  const joined = jobs
    .all()
    .flatMap((job) => recordsOf(job, records))
    .filter((record) => record.joined?.source.path === from)
  const ids = new Set([...read, ...joined.map(({ id }) => id)])
  const changed: Placed = {
    jobs: there.map((job) => ({ ...job, source: placed(job.source) })),
    records: [...ids]
      .flatMap((id) => records.get(id) ?? [])
      .filter((record) => record.source.path === from || record.joined?.source.path === from)
      .map((record) => ({
        ...record,
        source: placed(record.source),
        ...(record.joined && { joined: { source: placed(record.joined.source) } }),
      })),
  }
  together(() => {
    for (const job of changed.jobs) jobs.put(job)
    for (const record of changed.records) records.put(record)
  })
  return changed
}
