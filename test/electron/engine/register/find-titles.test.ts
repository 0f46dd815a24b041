import { expect, test } from 'vitest'
import { inTurns } from '../../../../electron/engine/register/find-titles.ts'

const line = (name: string, angle: number) => ({ name, angle })

test('lines of every direction take turns, each direction in its order', () => {
  const page = ['a', 'b', 'c'].map((name) => line(name, 0.02))
  const card = ['x', 'y'].map((name) => line(name, -1.4))
  expect(inTurns([...page, ...card]).map(({ name }) => name)).toEqual(['a', 'x', 'b', 'y', 'c'])
})

test('a line and one that is read the other way round have one direction', () => {
  const lines = [line('a', -Math.PI / 2), line('b', Math.PI / 2), line('c', 0)]
  expect(inTurns(lines).map(({ name }) => name)).toEqual(['a', 'c', 'b'])
})
