import { describe, expect, it } from 'vitest'
import type { DeskChange, DeskSnapshot } from '../../../core/ipc/contract.ts'
import type { Job, JobState, RecordIds } from '../../../core/jobs/job.ts'
import {
  batchProgress,
  type DeskState,
  needsSnapshot,
  nothingOnDesk,
  stepDesk,
} from '../../../renderer/state/desk-state.ts'
import { recordOf } from '../fake-desk/records.ts'

const job = (id: string, state: JobState = { kind: 'queued' }): Job => ({
  id,
  source: { path: `/images/${id}.jpg`, name: `${id}.jpg`, page: 1 },
  state,
})
const done = (id: string, ...recordIds: RecordIds): Job => job(id, { kind: 'done', recordIds })

const change = (version: number, parts: Partial<DeskChange>): DeskChange => ({
  version,
  jobs: [],
  records: [],
  removedJobIds: [],
  pause: 'none',
  ...parts,
})

const snapshotOf = (version: number, jobs: Job[]): DeskSnapshot => ({
  version,
  jobs,
  records: [],
  pause: 'none',
})

const loaded = (jobs: Job[], version = 5): DeskState =>
  stepDesk(nothingOnDesk, { kind: 'snapshot', snapshot: snapshotOf(version, jobs) })

const changed = (state: DeskState, version: number, parts: Partial<DeskChange>): DeskState =>
  stepDesk(state, { kind: 'changed', change: change(version, parts) })

describe('what the window knows of the desk', () => {
  it('puts new jobs at the end and changes known ones in their place', () => {
    const state = changed(loaded([job('a'), job('b')]), 6, {
      jobs: [job('a', { kind: 'running' }), job('c')],
    })
    expect(state.order).toEqual(['a', 'b', 'c'])
    expect(state.jobs.get('a')?.state.kind).toBe('running')
  })

  it('asks for a snapshot when a version is missing, and is content with the next one', () => {
    const gap = changed(loaded([job('a')]), 7, { jobs: [job('b')] })
    expect(needsSnapshot(gap)).toBe(true)
    expect(gap.order).toEqual(['a'])
    const snapshot = snapshotOf(7, [job('a'), job('b')])
    expect(needsSnapshot(stepDesk(gap, { kind: 'snapshot', snapshot }))).toBe(false)
  })

  it('notices that a snapshot is older than a change it heard of', () => {
    const heard = changed(nothingOnDesk, 9, {})
    const snapshot = snapshotOf(8, [])
    expect(needsSnapshot(stepDesk(heard, { kind: 'snapshot', snapshot }))).toBe(true)
  })

  it('knows why nothing is started, from the snapshot on', () => {
    const full = stepDesk(nothingOnDesk, {
      kind: 'snapshot',
      snapshot: { ...snapshotOf(5, []), pause: 'disk-full' },
    })
    expect(full.pause).toBe('disk-full')
    expect(changed(full, 6, { pause: 'none' }).pause).toBe('none')
  })

  it('ignores what it knows already', () => {
    const state = loaded([job('a')])
    expect(changed(state, 5, { jobs: [job('z')] })).toBe(state)
  })

  it('removes the record together with its job', () => {
    const state = changed(loaded([]), 6, { jobs: [done('a', 'record-0')], records: [recordOf(0)] })
    expect(state.records.size).toBe(1)
    const after = changed(state, 7, { removedJobIds: ['a'] })
    expect(after.order).toEqual([])
    expect(after.records.size).toBe(0)
  })

  it('takes a decision over at once, and not for a record that is gone', () => {
    const state = changed(loaded([]), 6, { jobs: [done('a', 'record-0')], records: [recordOf(0)] })
    const decisions = { name: { kind: 'corrected', value: '林可' } } as const
    const record = { ...recordOf(0), decisions }
    expect(stepDesk(state, { kind: 'decided', record }).records.get('record-0')).toBe(record)
    expect(stepDesk(loaded([]), { kind: 'decided', record }).records.size).toBe(0)
  })
})

describe('the progress of a batch', () => {
  it('is nothing when nothing waits', () => {
    expect(batchProgress(loaded([done('a', 'x')]))).toBeNull()
  })

  it('counts from the start of the batch, not from the first file of the day', () => {
    const idle = loaded([done('a', 'x'), job('b', { kind: 'cancelled' })])
    const begun = changed(idle, 6, { jobs: [job('c'), job('d'), job('e')] })
    expect(batchProgress(begun)).toEqual({ done: 0, total: 3 })
    const going = changed(begun, 7, { jobs: [done('c', 'y'), job('d', { kind: 'running' })] })
    expect(batchProgress(going)).toEqual({ done: 1, total: 3 })
  })

  it('counts a failed file that is tried again as one of the batch', () => {
    const failure = { kind: 'no-license', message: '' } as const
    const idle = loaded([done('a', 'x'), job('b', { kind: 'failed', failure })])
    expect(batchProgress(changed(idle, 6, { jobs: [job('b')] }))).toEqual({ done: 0, total: 1 })
  })

  it('begins anew after the desk was at rest', () => {
    const first = changed(loaded([]), 6, { jobs: [job('a')] })
    const rest = changed(first, 7, { jobs: [done('a', 'x')] })
    expect(batchProgress(changed(rest, 8, { jobs: [job('b')] }))).toEqual({ done: 0, total: 1 })
  })
})
