import { type Job, type RecordIds, recordIdsOf } from '../../core/jobs/job.ts'
import { imageOf, type Source } from '../../core/license/record.ts'
import type { Stores } from '../store/stores.ts'

/** What has to be read once more so that some records are. */
export interface Recalled {
  /** Ids of jobs that are on the list. */
  readonly jobIds: readonly string[]
  /** Images that are not, with every record that was read in them and is kept. */
  readonly images: readonly { readonly source: Source; readonly recordIds: RecordIds }[]
}

/** The records of an image come back together, merged ones too: a card without its record would become another one. */
export function recalledBy(
  ids: readonly string[],
  { jobs, records }: Pick<Stores, 'jobs' | 'records'>,
): Recalled {
  const jobOf = new Map<string, Job>(
    jobs.all().flatMap((job) => recordIdsOf(job.state).map((id) => [id, job] as const)),
  )
  const images = new Map<string, Recalled['images'][number]>()
  for (const id of ids) {
    const source = jobOf.has(id) ? undefined : records.get(id)?.source
    if (source === undefined || images.has(imageOf(source))) continue
    const others = records
      .ofImage(imageOf(source))
      .filter((other) => other !== id && !jobOf.has(other) && records.get(other) !== undefined)
    images.set(imageOf(source), { source, recordIds: [id, ...others] })
  }
  return {
    jobIds: [...new Set(ids.flatMap((id) => jobOf.get(id)?.id ?? []))],
    images: [...images.values()],
  }
}
