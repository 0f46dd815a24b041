import { expect, it } from 'vitest'
import type { JobState } from '../../../core/jobs/job.ts'
import { canRetry, isFreeToRetry, isOver, type JobEvent, step } from '../../../core/jobs/step.ts'

const failure = { kind: 'damaged', message: 'cut off' } as const
const lost = { kind: 'outcome-unknown', message: '' } as const

const states = {
  queued: { kind: 'queued' },
  running: { kind: 'running' },
  done: { kind: 'done', recordIds: ['first'] },
  failed: { kind: 'failed', failure: { kind: 'no-license', message: '' } },
  unknown: { kind: 'unknown', failure: lost },
  cancelled: { kind: 'cancelled' },
  'queued again': { kind: 'queued', recordIds: ['first'] },
  'running again': { kind: 'running', recordIds: ['first'] },
} as const satisfies Readonly<Record<JobState['kind'], JobState>> &
  Readonly<Record<string, JobState>>

const events = {
  start: { kind: 'start' },
  succeed: { kind: 'succeed', recordIds: ['second'] },
  fail: { kind: 'fail', failure },
  cancel: { kind: 'cancel' },
  retry: { kind: 'retry' },
  'put-back': { kind: 'put-back' },
  'read-again': { kind: 'read-again' },
  'drop-records': { kind: 'drop-records', recordIds: ['first'] },
} as const satisfies { readonly [K in JobEvent['kind']]: JobEvent }

/** Every pair of a state and an event that changes the state; any other pair leaves it as it is. */
const changes: Readonly<Record<string, JobState>> = {
  'queued start': { kind: 'running' },
  'queued cancel': { kind: 'cancelled' },
  'running succeed': { kind: 'done', recordIds: ['second'] },
  'running fail': { kind: 'failed', failure },
  'running cancel': { kind: 'cancelled' },
  'running put-back': { kind: 'queued' },
  'failed retry': { kind: 'queued' },
  'cancelled retry': { kind: 'queued' },
  'unknown retry': { kind: 'queued' },
  'done read-again': { kind: 'queued', recordIds: ['first'] },
  'queued again start': { kind: 'running', recordIds: ['first'] },
  'queued again cancel': { kind: 'done', recordIds: ['first'] },
  'running again succeed': { kind: 'done', recordIds: ['second'] },
  'running again fail': { kind: 'done', recordIds: ['first'] },
  'running again put-back': { kind: 'queued', recordIds: ['first'] },
  'running again cancel': { kind: 'done', recordIds: ['first'] },
}

const pairs = Object.entries(states).flatMap(([name, state]) =>
  Object.values(events).map((event) => ({
    state,
    event,
    pair: `${name} ${event.kind}`,
  })),
)

it.each(pairs)('$pair', ({ state, event, pair }) => {
  expect(step(state, event)).toEqual(changes[pair] ?? state)
})

it.each(pairs.filter(({ pair }) => changes[pair] === undefined))(
  'gives the very same state where nothing changes: $pair',
  ({ state, event }) => {
    expect(step(state, event)).toBe(state)
  },
)

it('knows which states are over and which can be tried again', () => {
  const kinds = Object.values(states).filter(
    (state) => !('recordId' in state) || state.kind === 'done',
  )
  const those = (isMeant: (state: JobState) => boolean): string[] =>
    kinds.filter(isMeant).map(({ kind }) => kind)
  expect(those(isOver)).toEqual(['done', 'failed', 'unknown', 'cancelled'])
  expect(those(isFreeToRetry)).toEqual(['failed', 'cancelled'])
  expect(those(canRetry)).toEqual(['failed', 'unknown', 'cancelled'])
})

it('ends a run as its failure says', () => {
  const end = (kind: 'cancelled' | 'outcome-unknown' | 'damaged'): string =>
    step({ kind: 'running' }, { kind: 'fail', failure: { kind, message: '' } }).kind
  expect(end('cancelled')).toBe('cancelled')
  expect(end('outcome-unknown')).toBe('unknown')
  expect(end('damaged')).toBe('failed')
})

it('lets go of some of its records, never of the last', () => {
  const several = { kind: 'done', recordIds: ['a', 'b', 'c'] } as const
  const without = (state: JobState, ...recordIds: string[]): JobState =>
    step(state, { kind: 'drop-records', recordIds })
  expect(without(several, 'c', 'a')).toEqual({ kind: 'done', recordIds: ['b'] })
  expect(without({ ...several, kind: 'running' }, 'b')).toEqual({
    kind: 'running',
    recordIds: ['a', 'c'],
  })
  expect(without(several, 'a', 'b', 'c')).toBe(several)
  expect(without(several, 'none')).toBe(several)
})
