import { expect, it } from 'vitest'
import { isMore, isMoreOfDesk, isOfMarked } from '../../../renderer/state/commands.ts'
import { isOfDesk } from '../../../renderer/state/keyboard.ts'

it('knows of each command where what it does is to be seen', () => {
  expect(['undo', 'toString', 'records'].map(isMore)).toEqual([true, false, false])
  expect(isMoreOfDesk('put-away')).toBe(true)
  expect(isOfDesk('put-away')).toBe(true)
  // Wherever something is marked, in the list or in the records.
  for (const command of [
    'delete',
    'read-again',
    'confirm-marked',
    'export-marked',
    'select-all',
  ] as const)
    expect([isOfMarked(command), isOfDesk(command)]).toEqual([true, false])
  expect(isOfMarked('undo')).toBe(false)
})
