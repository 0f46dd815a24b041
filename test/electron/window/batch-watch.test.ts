import { beforeEach, expect, it } from 'vitest'
import type { Job, JobState } from '../../../core/jobs/job.ts'
import { type BatchEnd, createBatchWatch } from '../../../electron/window/batch-watch.ts'
import { recordOf } from '../../renderer/fake-desk/records.ts'

let time = 0
let told: (number | null)[] = []
let ends: BatchEnd[] = []
let hear: ReturnType<typeof createBatchWatch>

beforeEach(() => {
  time = 0
  told = []
  ends = []
  hear = createBatchWatch({
    now: () => time,
    isReady: ({ id }) => id !== 'r2',
    onProgress: (over) => told.push(over),
    onEnd: (end) => ends.push(end),
  })
})

const source = { path: '/a.jpg', name: 'a.jpg', page: 1 }
const job = (id: string, state: JobState): Job => ({ id, state, source })
const queued = { kind: 'queued' } as const
const change = (...jobs: Job[]) => ({
  jobs,
  records: [],
  removedJobIds: [],
  pause: 'none' as const,
})
const read = (id: string, recordId: string) => ({
  ...change(job(id, { kind: 'done', recordIds: [recordId] })),
  records: [{ ...recordOf(1), id: recordId }],
})
const failure = { kind: 'no-license', message: '' } as const

it('tells how far a batch is, and once what became of it', () => {
  hear(change(job('1', queued), job('2', queued), job('3', queued), job('4', queued)))
  time = 20_000
  hear(read('1', 'r1'))
  hear(read('2', 'r2'))
  hear(change(job('3', { kind: 'failed', failure })))
  hear(change(job('4', { kind: 'cancelled' })))
  hear(change())
  expect(told).toEqual([0, 0.25, 0.5, 0.75, null])
  expect(ends).toEqual([{ ready: 1, look: 1, failed: 1, milliseconds: 20_000 }])
})

it('says nothing of a batch that was cancelled or taken off the list, and begins anew afterwards', () => {
  hear(change(job('1', queued), job('2', queued)))
  hear(change(job('1', { kind: 'cancelled' })))
  hear({ ...change(), removedJobIds: ['2'] })
  expect(ends).toEqual([])
  hear(change(job('3', queued)))
  hear(read('3', 'r1'))
  expect(ends).toEqual([{ ready: 1, look: 0, failed: 0, milliseconds: 0 }])
})

it('counts no second page among what was not read, and tells the end of a batch of nothing else', () => {
  const page = { kind: 'failed', failure: { kind: 'second-page', message: '' } } as const
  hear(change(job('1', queued), job('2', queued)))
  hear(change(job('1', page)))
  hear(change(job('2', { kind: 'failed', failure })))
  hear(change(job('3', queued)))
  hear(change(job('3', page)))
  const nothing = { ready: 0, look: 0, milliseconds: 0 }
  expect(ends).toEqual([
    { ...nothing, failed: 1 },
    { ...nothing, failed: 0 },
  ])
})

it('leaves out what was over before it was heard of', () => {
  hear(read('1', 'r1'))
  expect(told).toEqual([])
  expect(ends).toEqual([])
})
