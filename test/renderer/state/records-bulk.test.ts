import { expect, it } from 'vitest'
import { isSeenOnDesk, noHistory, stepHistory } from '../../../renderer/state/history.ts'
import { noRecordsBulk, stepRecordsBulk } from '../../../renderer/state/records-bulk.ts'

it('asks nothing further while something is done, and tells how far that is', () => {
  const asked = stepRecordsBulk(noRecordsBulk, { kind: 'asked', question: 'confirm' })
  const begun = stepRecordsBulk(asked, { kind: 'began', act: 'confirm' })
  expect(begun).toEqual({ question: null, work: { act: 'confirm', walked: null } })
  expect(stepRecordsBulk(begun, { kind: 'asked', question: 'delete' })).toBe(begun)
  const walked = { looked: 3, total: 9 }
  const going = stepRecordsBulk(begun, { kind: 'progress', walked })
  expect(going.work).toEqual({ act: 'confirm', walked })
  const over = stepRecordsBulk(going, { kind: 'ended' })
  expect(over).toEqual(noRecordsBulk)
  // What is taken back goes on a little at a time too, and shows no bar.
  expect(stepRecordsBulk(over, { kind: 'progress', walked })).toEqual(noRecordsBulk)
})

it('leaves whoever takes back what was done with stored records where they are', () => {
  const change = { recordId: 'r', field: 'name', before: null, after: '张三' } as const
  const ofDesk = { kind: 'fields', changes: [change] } as const
  const onDesk = stepHistory(noHistory, { kind: 'did', act: ofDesk })
  expect(isSeenOnDesk(onDesk, 'undo')).toBe(true)
  const stored = stepHistory(noHistory, { kind: 'did', act: { ...ofDesk, isStored: true } })
  expect(isSeenOnDesk(stored, 'undo')).toBe(false)
})
