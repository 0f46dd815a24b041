import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import type { LicenseRecord, Source } from '../../core/license/record.ts'
import type { SecondPage } from '../../core/license/second-page.ts'
import type { Stores } from '../store/stores.ts'

/**
 * What stands on the list, remembered: jobs and records are sealed, and opening all of them for each image takes ever
 * longer.
 */
export interface OnList {
  /** A job as it stands now. */
  readonly see: (job: Job) => void
  /** A record as it stands now. */
  readonly seeRecord: (record: LicenseRecord) => void
  /** Others may stand there than were seen. */
  readonly forget: () => void
  /** Second pages of that number that stand by themselves. */
  readonly loosePages: (number: string) => readonly LoosePage[]
  readonly hasRecord: (recordId: string) => boolean
  /** The images that are on the list with a job: its own, and those that its records were joined with. */
  readonly sourcesOf: (job: Job) => readonly Source[]
}

interface LoosePage {
  readonly job: Job
  readonly page: SecondPage
}

export function createOnList({
  jobs,
  records,
}: {
  readonly jobs: Pick<Stores['jobs'], 'all' | 'get'>
  readonly records: Pick<Stores['records'], 'get'>
}): OnList {
  /** What left the list may still be in it. */
  let lines: Lines | undefined
  /** Where the second page of a record came in as another image, by the id of the record. */
  const joined = new Map<string, Source | undefined>()

  const known = (): Lines => {
    if (lines !== undefined) return lines
    lines = { numbers: new Map(), jobOf: new Map() }
    for (const job of jobs.all()) note(lines, job)
    return lines
  }
  const joinedWith = (recordId: string): readonly Source[] => {
    if (!joined.has(recordId)) joined.set(recordId, records.get(recordId)?.joined?.source)
    const source = joined.get(recordId)
    return source === undefined ? [] : [source]
  }

  return {
    see(job) {
      if (lines !== undefined) note(lines, job)
    },
    seeRecord: ({ id, joined: now }) => void joined.set(id, now?.source),
    forget() {
      lines = undefined
    },
    loosePages: (number) =>
      [...known().numbers].flatMap(([id, other]) => {
        const job = other === number ? jobs.get(id) : undefined
        const page = job && loosePage(job)
        return job !== undefined && page?.number.value === number ? [{ job, page }] : []
      }),
    hasRecord(recordId) {
      const job = jobs.get(known().jobOf.get(recordId) ?? '')
      return recordIdsOf(job?.state).includes(recordId)
    },
    sourcesOf: (job) => [job.source, ...recordIdsOf(job.state).flatMap(joinedWith)],
  }
}

interface Lines {
  /** Of second pages that stand by themselves, by the ids of their jobs. */
  readonly numbers: Map<string, string>
  /** The id of its job, by the id of a record. */
  readonly jobOf: Map<string, string>
}

function note({ numbers, jobOf }: Lines, job: Job): void {
  const page = loosePage(job)
  if (page === undefined) numbers.delete(job.id)
  else numbers.set(job.id, page.number.value)
  for (const recordId of recordIdsOf(job.state)) jobOf.set(recordId, job.id)
}

/** What was read of an image that is a second page and nothing else. */
export const loosePage = ({ state }: Job): SecondPage | undefined =>
  state.kind === 'failed' && state.failure.kind === 'second-page'
    ? state.failure.secondPage
    : undefined
