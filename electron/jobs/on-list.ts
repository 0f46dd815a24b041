import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import type { SecondPage } from '../../core/license/second-page.ts'
import type { JobStore } from '../store/stores.ts'

/** What stands on the list, remembered: jobs are sealed, and opening all of them for each image takes ever longer. */
export interface OnList {
  /** A job as it stands now. */
  see(job: Job): void
  /** Others may stand there than were seen. */
  readonly forget: () => void
  /** Second pages of that number that stand by themselves. */
  loosePages(number: string): readonly LoosePage[]
  hasRecord(recordId: string): boolean
}

interface LoosePage {
  readonly job: Job
  readonly page: SecondPage
}

export function createOnList(jobs: Pick<JobStore, 'all' | 'get'>): OnList {
  /** By the id of the job; what left the list may still be in it. */
  let lines: Map<string, Line> | undefined

  const known = (): Map<string, Line> => {
    lines ??= new Map(jobs.all().map((job) => [job.id, lineOf(job)]))
    return lines
  }
  const jobsThatStill = (is: (line: Line) => boolean): readonly Job[] =>
    [...known()]
      .filter(([, line]) => is(line))
      .flatMap(([id]) => jobs.get(id) ?? [])
      .filter((job) => is(lineOf(job)))

  return {
    see: (job) => void lines?.set(job.id, lineOf(job)),
    forget: () => {
      lines = undefined
    },
    loosePages: (number) =>
      jobsThatStill((line) => line.number === number).flatMap((job) => {
        const page = loosePage(job)
        return page === undefined ? [] : [{ job, page }]
      }),
    hasRecord: (recordId) =>
      jobsThatStill(({ recordIds }) => recordIds.includes(recordId)).length > 0,
  }
}

interface Line {
  /** Of a second page that stands by itself. */
  readonly number: string | undefined
  readonly recordIds: readonly string[]
}

const lineOf = (job: Job): Line => ({
  number: loosePage(job)?.number.value,
  recordIds: recordIdsOf(job.state),
})

/** What was read of an image that is a second page and nothing else. */
export const loosePage = ({ state }: Job): SecondPage | undefined =>
  state.kind === 'failed' && state.failure.kind === 'second-page'
    ? state.failure.secondPage
    : undefined
