import { expect, test } from 'vitest'
import { mostPages, pagesTaken, rangesIn } from '../../../core/intake/page-ranges.ts'

test.each([
  ['101-200', [[101, 200]]],
  [
    '3, 5',
    [
      [3, 3],
      [5, 5],
    ],
  ],
  [
    '3，5、7 9',
    [
      [3, 3],
      [5, 5],
      [7, 7],
      [9, 9],
    ],
  ],
  ['12 – 14', [[12, 14]]],
  ['第', '第'],
  ['5-3', '5-3'],
  ['0', '0'],
  ['1-', '1-'],
  ['', ''],
  ['1000000', '1000000'],
])('reads %j as pages', (text, expected) => {
  const found = rangesIn(text)
  expect(found.ok ? found.value.map(({ first, last }) => [first, last]) : found.error.odd).toEqual(
    expected,
  )
})

test('takes so many pages at once, in their order, each once', () => {
  expect(pagesTaken(3)).toEqual({ pages: [1, 2, 3], isCapped: false })
  expect(pagesTaken(1000).pages).toHaveLength(mostPages)
  expect(pagesTaken(1000).isCapped).toBe(true)
  const some = [
    { first: 5, last: 6 },
    { first: 2, last: 5 },
  ]
  expect(pagesTaken(1000, some)).toEqual({ pages: [2, 3, 4, 5, 6], isCapped: false })
  expect(pagesTaken(4, [{ first: 3, last: 100_000 }]).pages).toEqual([3, 4])
  expect(pagesTaken(4, [{ first: 5, last: 9 }]).pages).toEqual([])
})
