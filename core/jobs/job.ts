import { z } from 'zod'
import { failure } from '../license/failure.ts'
import { source } from '../license/record.ts'

/** Where one dropped image stands on its way to a record. */
const jobState = z.discriminatedUnion('kind', [
  /** With a record it is read once more; the record stands meanwhile. */
  z.object({ kind: z.literal('queued'), recordId: z.string().optional() }),
  z.object({ kind: z.literal('running'), recordId: z.string().optional() }),
  z.object({ kind: z.literal('done'), recordId: z.string() }),
  z.object({ kind: z.literal('failed'), failure }),
  /** A paid call whose answer was lost: nothing sends it again but a person. */
  z.object({ kind: z.literal('unknown'), failure }),
  z.object({ kind: z.literal('cancelled') }),
])

export const job = z.object({ id: z.string(), source, state: jobState })

/** The record that stands for the job now. */
export const recordIdOf = (state: JobState): string | undefined =>
  'recordId' in state ? state.recordId : undefined

export type JobState = z.output<typeof jobState>
export type Job = z.output<typeof job>
