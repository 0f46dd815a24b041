import { z } from 'zod'
import { failure } from '../license/failure.ts'
import { source } from '../license/record.ts'

/** Of the licenses that were read in the image, in reading order; at least one. */
const recordIds = z.tuple([z.string()], z.string()).readonly()

/** Where one dropped image stands on its way to its records. */
const jobState = z.discriminatedUnion('kind', [
  /** With records it is read once more; the records stand meanwhile. */
  z.object({ kind: z.literal('queued'), recordIds: recordIds.optional() }),
  z.object({ kind: z.literal('running'), recordIds: recordIds.optional() }),
  z.object({ kind: z.literal('done'), recordIds }),
  z.object({ kind: z.literal('failed'), failure }),
  /** A paid call whose answer was lost: nothing sends it again but a person. */
  z.object({ kind: z.literal('unknown'), failure }),
  z.object({ kind: z.literal('cancelled') }),
])

export const job = z.object({ id: z.string(), source, state: jobState })

/** The records that stand for the job now. */
export const recordIdsOf = (state: JobState | undefined): readonly string[] =>
  state !== undefined && 'recordIds' in state ? (state.recordIds ?? []) : []

/** Whether the image is a second page and nothing else: that it holds no license is no fault of it. */
export const isSecondPage = (state: JobState): boolean =>
  state.kind === 'failed' && state.failure.kind === 'second-page'

export type RecordIds = z.output<typeof recordIds>
export type JobState = z.output<typeof jobState>
export type Job = z.output<typeof job>
