import { z } from 'zod'
import { failure } from '../license/failure.ts'

/**
 * Why nothing is sent to WeChat for now. `pause`: WeChat is busy, or the calls of the minute are used up;
 * `unreachable`: until WeChat answers again; `spent`: until the next day in China; `stopped`: until a person changes
 * something. All but the last end by themselves.
 */
export const hold = z.object({
  kind: z.enum(['pause', 'unreachable', 'spent', 'stopped']),
  /** What the call came to that shut the way for all. */
  failure,
})

export type Hold = z.output<typeof hold>
