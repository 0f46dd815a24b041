import { expect, it } from 'vitest'
import { appending } from '../../../core/export/append.ts'

const headings = ['姓名', '记录号']
const there = [headings, ['张三', 'a'], ['李四', 'b']]

it('adds what is not in it, once, and leaves what is', () => {
  const table = [headings, ['张三', 'a'], ['李思', 'b'], ['王五', 'c'], ['王五', 'c']]
  expect(appending(there, table)).toEqual({
    kind: 'fits',
    rows: [['王五', 'c']],
    already: 2,
    changed: 1,
  })
})

it('lets somebody else have columns behind ours', () => {
  const more = there.map((row) => [...row, '备注'])
  expect(appending(more, [headings, ['张三', 'a']])).toMatchObject({ already: 1, rows: [] })
})

it.each([
  ['others', [['名字', '记录号']]],
  ['in another order', [['记录号', '姓名']]],
  ['fewer', [['姓名']]],
  ['none', []],
])('stops where the headings are %s', (_, other) => {
  expect(appending(other, [headings, ['张三', 'a']])).toEqual({ kind: 'other-columns' })
})
