import { expect, it } from 'vitest'
import {
  type Marks,
  markedOr,
  type MarksEvent,
  noMarks,
  stepMarks,
} from '../../../renderer/state/marks.ts'

const order = ['a', 'b', 'c', 'd', 'e']
const after = (...events: readonly MarksEvent[]): Marks => events.reduce(stepMarks, noMarks)
const idsAfter = (...events: readonly MarksEvent[]): string[] =>
  [...after(...events).ids].toSorted()
const stretchTo = (to: string, current: string | null = null): MarksEvent => ({
  kind: 'stretch',
  to,
  current,
  order,
})

it('stretches from the line that stood alone, to and fro', () => {
  expect(idsAfter({ kind: 'only', id: 'b' }, stretchTo('d'))).toEqual(['b', 'c', 'd'])
  expect(idsAfter({ kind: 'only', id: 'b' }, stretchTo('d'), stretchTo('a'))).toEqual(['a', 'b'])
  expect(idsAfter(stretchTo('b', 'd'))).toEqual(['b', 'c', 'd'])
})

it('takes single lines in and out, beginning with the one that is selected, and never down to none', () => {
  const toggle = (id: string): MarksEvent => ({ kind: 'toggle', id, current: 'a' })
  expect(idsAfter(toggle('c'))).toEqual(['a', 'c'])
  expect(idsAfter(toggle('c'), toggle('e'), toggle('a'))).toEqual(['c', 'e'])
  expect(idsAfter(toggle('c'), toggle('a'), toggle('c'))).toEqual(['c'])
})

it('takes all, and gives up what is gone', () => {
  const all: MarksEvent = { kind: 'all', order }
  expect(idsAfter(all, { kind: 'keep', order: new Set(['b', 'c']) })).toEqual(['b', 'c'])
  expect(idsAfter(all, { kind: 'none' })).toEqual([])
  expect(markedOr(after(all), 'x')).toEqual(order)
  expect(markedOr(noMarks, 'x')).toEqual(['x'])
  expect(markedOr(noMarks, null)).toEqual([])
})
