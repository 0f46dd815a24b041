import { expect, test } from 'vitest'
import { issueDate, mainlandNumber, sex } from '../../../../electron/engine/legal/grammars.ts'
import { looksByPlace } from '../../../../electron/engine/read/decoding.ts'

test('a strip must tell of everything that one of the texts of its place may hold, however it looks', () => {
  const looksAt = looksByPlace([
    { place: 'number', legal: issueDate },
    { place: 'number', legal: mainlandNumber },
    { place: 'sex', legal: sex },
  ])
  expect([...looksAt('number')]).toEqual(expect.arrayContaining(['-', '7', 'X', 'θ']))
  expect([...looksAt('sex')].toSorted()).toEqual(['女', '男'])
  expect([...looksAt('address1')]).toEqual([])
})
