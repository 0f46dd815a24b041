import { expect, test } from 'vitest'
import { decodeText } from '../../../../electron/engine/recognize/decode-text.ts'

const characters = ['', '张', '三', '1']

/** One row of scores per step: the named character has the given score, the others share the rest. */
function scoresOf(steps: readonly (readonly [text: string, score: number])[]): Float32Array {
  return Float32Array.from(
    steps.flatMap(([text, score]) =>
      characters.map((character) =>
        character === text ? score : (1 - score) / (characters.length - 1),
      ),
    ),
  )
}

const decode = (steps: readonly (readonly [text: string, score: number])[], filled = 1) =>
  decodeText(scoresOf(steps), characters.length, characters, filled).characters

test('merges repeats, drops blanks and keeps a character that a blank repeats', () => {
  const seen = decode([
    ['', 0.9],
    ['张', 0.8],
    ['张', 0.95],
    ['', 0.9],
    ['张', 0.7],
    ['三', 0.6],
    ['', 0.9],
  ])
  expect(seen.map(({ text }) => text)).toEqual(['张', '张', '三'])
})

test('a character is as sure as its surest step', () => {
  const [first, second] = decode([
    ['张', 0.8],
    ['张', 0.95],
    ['张', 0.6],
    ['三', 0.7],
  ])
  expect(first?.confidence).toBeCloseTo(0.95)
  expect(second?.confidence).toBeCloseTo(0.7)
})

test('a character stands in the middle of its steps, measured on the line without its padding', () => {
  const steps = [
    ['1', 0.9],
    ['1', 0.9],
    ['', 0.9],
    ['三', 0.9],
  ] as const
  expect(decode(steps).map(({ at }) => at)).toEqual([0.25, 0.875])
  const padded = [...steps, ['', 0.9], ['', 0.9], ['', 0.9], ['', 0.9]] as const
  expect(decode(padded, 0.5).map(({ at }) => at)).toEqual([0.25, 0.875])
})

test('reads nothing where nothing stands', () => {
  expect(decode([])).toEqual([])
  expect(
    decode([
      ['', 0.9],
      ['', 0.6],
    ]),
  ).toEqual([])
})
