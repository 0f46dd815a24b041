import type { DeskChange, DeskSnapshot, Pause } from '../../core/ipc/contract.ts'
import { type Job, recordIdsOf } from '../../core/jobs/job.ts'
import { isOver } from '../../core/jobs/step.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import { unreachable } from '../../core/result.ts'

/** What the window knows of the desk. */
export interface DeskState {
  /** -1 until the first snapshot. */
  readonly version: number
  /** The highest version that was told; above `version` a snapshot is due. */
  readonly heard: number
  /** Ids of the jobs in the order of arrival. */
  readonly order: readonly string[]
  readonly jobs: ReadonlyMap<string, Job>
  readonly records: ReadonlyMap<string, LicenseRecord>
  /** How many jobs had ended when the present batch began; the progress counts from there. */
  readonly endedBefore: number
  /** Why nothing more is started. */
  readonly pause: Pause
}

export type DeskEvent =
  | { readonly kind: 'snapshot'; readonly snapshot: DeskSnapshot }
  | { readonly kind: 'changed'; readonly change: DeskChange }
  /** The answer to a decision, which comes before the change that tells everyone. */
  | { readonly kind: 'decided'; readonly record: LicenseRecord }

export const nothingOnDesk: DeskState = {
  version: -1,
  heard: -1,
  order: [],
  jobs: new Map(),
  records: new Map(),
  endedBefore: 0,
  pause: 'none',
}

export const needsSnapshot = (state: DeskState): boolean =>
  state.version < 0 || state.heard > state.version

export function stepDesk(state: DeskState, event: DeskEvent): DeskState {
  switch (event.kind) {
    case 'snapshot':
      return withBatch(state, fromSnapshot(state, event.snapshot))
    case 'changed':
      return withBatch(state, fromChange(state, event.change))
    case 'decided':
      if (!state.records.has(event.record.id)) return state
      return { ...state, records: new Map(state.records).set(event.record.id, event.record) }
    default:
      return unreachable(event)
  }
}

function fromSnapshot(state: DeskState, snapshot: DeskSnapshot): DeskState {
  if (snapshot.version < state.version) return state
  return {
    ...state,
    version: snapshot.version,
    heard: Math.max(state.heard, snapshot.version),
    order: snapshot.jobs.map((job) => job.id),
    jobs: new Map(snapshot.jobs.map((job) => [job.id, job])),
    records: new Map(snapshot.records.map((record) => [record.id, record])),
    pause: snapshot.pause,
  }
}

function fromChange(state: DeskState, change: DeskChange): DeskState {
  if (change.version <= state.version) return state
  if (state.version < 0 || change.version > state.version + 1)
    return { ...state, heard: Math.max(state.heard, change.version) }
  const jobs = new Map(state.jobs)
  const records = new Map(state.records)
  const arrived = change.jobs.map((job) => job.id).filter((id) => !jobs.has(id))
  const removed = new Set(change.removedJobIds)
  const forget = (id: string, still: readonly string[]): void => {
    for (const recordId of recordIdsOf(jobs.get(id)?.state))
      if (!still.includes(recordId)) records.delete(recordId)
  }
  for (const job of change.jobs) {
    forget(job.id, recordIdsOf(job.state))
    jobs.set(job.id, job)
  }
  for (const record of change.records) records.set(record.id, record)
  for (const id of removed) {
    forget(id, [])
    jobs.delete(id)
  }
  const grown = arrived.length > 0 ? [...state.order, ...arrived] : state.order
  const order = removed.size > 0 ? grown.filter((id) => !removed.has(id)) : grown
  const heard = Math.max(state.heard, change.version)
  const { version, pause } = change
  return { ...state, version, heard, order, jobs, records, pause }
}

/** A batch begins when the desk was idle and ends when it is idle again. */
function withBatch(before: DeskState, after: DeskState): DeskState {
  if (after === before || after.jobs === before.jobs) return after
  const ended = countEnded(after)
  if (countEnded(before) < before.jobs.size)
    return ended < after.endedBefore ? { ...after, endedBefore: ended } : after
  const fresh =
    before.version < 0 ? ended : [...before.jobs.keys()].filter((id) => endedIn(after, id)).length
  return { ...after, endedBefore: fresh }
}

const endedIn = (state: DeskState, id: string): boolean => {
  const job = state.jobs.get(id)
  return job !== undefined && isOver(job.state)
}

const countEnded = (state: DeskState): number => {
  let ended = 0
  for (const id of state.jobs.keys()) if (endedIn(state, id)) ended += 1
  return ended
}

/** How far the present batch is; null when nothing waits or runs. */
export function batchProgress(state: DeskState): { done: number; total: number } | null {
  const ended = countEnded(state)
  const waiting = state.jobs.size - ended
  if (waiting === 0) return null
  const done = Math.max(0, ended - state.endedBefore)
  return { done, total: done + waiting }
}
