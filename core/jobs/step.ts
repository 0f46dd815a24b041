import type { Failure } from '../license/failure.ts'
import { unreachable } from '../result.ts'
import { type JobState, type RecordIds, recordIdsOf } from './job.ts'

/** What can happen to a job. */
export type JobEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'succeed'; readonly recordIds: RecordIds }
  | { readonly kind: 'fail'; readonly failure: Failure }
  | { readonly kind: 'cancel' }
  /** It was begun and nothing came of it, through no fault of its own. */
  | { readonly kind: 'put-back' }
  | { readonly kind: 'retry' }
  /** A reader missed it: it is read once more, and what was read stands meanwhile. */
  | { readonly kind: 'read-again' }
  /** Some of its records leave the list, and others stay. */
  | { readonly kind: 'drop-records'; readonly recordIds: readonly string[] }

/** The state after an event; an event that does not fit the state, such as an answer after a cancel, changes nothing. */
export function step(state: JobState, event: JobEvent): JobState {
  switch (event.kind) {
    case 'start':
      return state.kind === 'queued' ? { ...state, kind: 'running' } : state
    case 'succeed':
      return state.kind === 'running' ? { kind: 'done', recordIds: event.recordIds } : state
    case 'fail':
      return state.kind === 'running' ? (standing(state) ?? ended(event.failure)) : state
    case 'cancel':
      return isOver(state) ? state : (standing(state) ?? { kind: 'cancelled' })
    case 'put-back':
      return state.kind === 'running' ? { ...state, kind: 'queued' } : state
    case 'retry':
      return canRetry(state) ? { kind: 'queued' } : state
    case 'read-again':
      return state.kind === 'done' ? { kind: 'queued', recordIds: state.recordIds } : state
    case 'drop-records':
      return withoutSome(state, event.recordIds)
    default:
      return unreachable(event)
  }
}

/** What was read once stays read, however a further reading ends. */
function standing(state: JobState): JobState | undefined {
  const [first, ...others] = recordIdsOf(state)
  return first === undefined ? undefined : { kind: 'done', recordIds: [first, ...others] }
}

/** Whoever takes the last record off takes the job off. */
function withoutSome(state: JobState, leaving: readonly string[]): JobState {
  if (!('recordIds' in state)) return state
  const before = recordIdsOf(state)
  const [first, ...others] = before.filter((id) => !leaving.includes(id))
  const isAsBefore = first === undefined || others.length + 1 === before.length
  return isAsBefore ? state : { ...state, recordIds: [first, ...others] }
}

function ended(failure: Failure): JobState {
  switch (failure.kind) {
    case 'cancelled':
      return { kind: 'cancelled' }
    case 'outcome-unknown':
      return { kind: 'unknown', failure }
    default:
      return { kind: 'failed', failure }
  }
}

/** Nothing more happens to the job by itself. */
export const isOver = ({ kind }: JobState): boolean => kind !== 'queued' && kind !== 'running'

/** Trying again costs nothing that was not wanted. */
export const isFreeToRetry = ({ kind }: JobState): boolean =>
  kind === 'failed' || kind === 'cancelled'

/** A person who names it may have it tried again. */
export const canRetry = (state: JobState): boolean =>
  isFreeToRetry(state) || state.kind === 'unknown'
