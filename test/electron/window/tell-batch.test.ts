import { expect, it } from 'vitest'
import type { JobState } from '../../../core/jobs/job.ts'
import { wordsIn } from '../../../core/words/words.ts'
import { tellBatch } from '../../../electron/window/tell-batch.ts'
import { recordOf } from '../../renderer/fake-desk/records.ts'

const source = { path: '/a.jpg', name: 'a.jpg', page: 1 }
const change = (id: string, state: JobState) => ({
  jobs: [{ id, state, source }],
  records: [{ ...recordOf(1), id: `r${id}` }],
  removedJobIds: [],
  pause: 'none' as const,
})

/** What is told of two images that take so many milliseconds together. */
function told(milliseconds: number, isSeen = false): (string | null)[] {
  let time = 0
  const said: (string | null)[] = []
  const hear = tellBatch({
    taskbar: {
      progress: (over) => said.push(over === null ? null : String(over)),
      isSeen: () => isSeen,
      notify: ({ title, body }) => said.push(`${title}: ${body}`),
      quiet: () => {},
    },
    words: () => wordsIn('en'),
    isReady: ({ id }) => id === 'r1',
    now: () => time,
  })
  hear(change('1', { kind: 'queued' }))
  hear(change('2', { kind: 'queued' }))
  hear(change('1', { kind: 'done', recordIds: ['r1'] }))
  time = milliseconds
  hear(change('2', { kind: 'done', recordIds: ['r2'] }))
  return said
}

it('shows how far a batch is, and tells how a long one ended, to whom did not see it', () => {
  const bar = ['0', '0', '0.5', null]
  expect(told(15_000)).toEqual([...bar, 'Reading is finished: 1 license ready, 1 to check'])
  expect(told(14_999)).toEqual(bar)
  expect(told(15_000, true)).toEqual(bar)
})
