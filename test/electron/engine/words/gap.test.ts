import { expect, test } from 'vitest'
import { findGaps } from '../../../../electron/engine/recognize/gap.ts'

const cell = 40

/** A line of full characters, each 32 of 40 columns wide, of which `dropped` were not read. */
function lineOf(text: string, dropped: readonly number[] = []) {
  const ink = Array.from(
    { length: text.length * cell },
    (_, x) => x % cell >= 4 && x % cell < 36 && text[Math.floor(x / cell)] !== ' ',
  )
  const characters = [...text].flatMap((character, at) =>
    dropped.includes(at) || character === ' ' ? [] : [{ text: character, x: at * cell + cell / 2 }],
  )
  return { ink, characters }
}

const gapsOf = (text: string, dropped?: readonly number[]): number[] => {
  const { ink, characters } = lineOf(text, dropped)
  return findGaps(ink, characters, cell).map(({ after }) => after)
}

test('no ink is left over where everything was read', () => {
  expect(gapsOf('山东省临沂市临沭县')).toEqual([])
  expect(gapsOf('阿 古丽')).toEqual([])
})

test.each([
  ['first', 0],
  ['middle', 4],
  ['last', 8],
])('the %s character was dropped', (_, at) => {
  expect(gapsOf('山东省临沂市临沭县', [at])).toEqual([at])
})

test('a digit behind digits was dropped', () => {
  const ink = Array.from({ length: 120 }, (_, x) => x % 20 >= 3 && x % 20 < 17)
  const read = [0, 1, 2, 3, 4].map((at) => ({ text: '7', x: at * 20 + 10 }))
  expect(findGaps(ink, read, cell)).toEqual([{ after: 5 }])
})
