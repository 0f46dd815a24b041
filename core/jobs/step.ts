import type { Failure } from '../license/failure.ts'
import { unreachable } from '../result.ts'
import type { JobState } from './job.ts'

/** What can happen to a job. */
export type JobEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'succeed'; readonly recordId: string }
  | { readonly kind: 'fail'; readonly failure: Failure }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'retry' }

/** The state after an event; an event that does not fit the state, such as an answer after a cancel, changes nothing. */
export function step(state: JobState, event: JobEvent): JobState {
  switch (event.kind) {
    case 'start':
      return state.kind === 'queued' ? { kind: 'running' } : state
    case 'succeed':
      return state.kind === 'running' ? { kind: 'done', recordId: event.recordId } : state
    case 'fail':
      return state.kind === 'running' ? { kind: 'failed', failure: event.failure } : state
    case 'cancel':
      return isOver(state) ? state : { kind: 'cancelled' }
    case 'retry':
      return canRetry(state) ? { kind: 'queued' } : state
    default:
      return unreachable(event)
  }
}

/** Nothing more happens to the job by itself. */
export const isOver = ({ kind }: JobState): boolean =>
  kind === 'done' || kind === 'failed' || kind === 'cancelled'

export const canRetry = ({ kind }: JobState): boolean => kind === 'failed' || kind === 'cancelled'
