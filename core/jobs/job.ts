import { z } from 'zod'
import { failure } from '../license/failure.ts'
import { source } from '../license/record.ts'

/** Where one dropped image stands on its way to a record. */
const jobState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queued') }),
  z.object({ kind: z.literal('running') }),
  z.object({ kind: z.literal('done'), recordId: z.string() }),
  z.object({ kind: z.literal('failed'), failure }),
  /** A paid call whose answer was lost: nothing sends it again but a person. */
  z.object({ kind: z.literal('unknown'), failure }),
  z.object({ kind: z.literal('cancelled') }),
])

export const job = z.object({ id: z.string(), source, state: jobState })

export type JobState = z.output<typeof jobState>
export type Job = z.output<typeof job>
