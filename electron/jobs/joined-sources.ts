import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import type { LicenseRecord, Source } from '../../core/license/record.ts'
import type { RecordStore } from '../store/stores.ts'

/** Which images second pages came in, remembered: records are sealed, and each intake asks about all on the list. */
export interface JoinedSources {
  /** A record as it stands now. */
  readonly see: (record: LicenseRecord) => void
  /** The images that are on the list with a job: its own, and those that its records were joined with. */
  readonly on: (job: Job) => readonly Source[]
}

export function createJoinedSources(records: Pick<RecordStore, 'get'>): JoinedSources {
  const known = new Map<string, Source | undefined>()
  const sourceOf = (recordId: string): readonly Source[] => {
    if (!known.has(recordId)) known.set(recordId, records.get(recordId)?.joined?.source)
    const source = known.get(recordId)
    return source === undefined ? [] : [source]
  }
  return {
    see: ({ id, joined }) => void known.set(id, joined?.source),
    on: (job) => [job.source, ...recordIdsOf(job.state).flatMap(sourceOf)],
  }
}
