import { expect, test } from 'vitest'
import { decodeText } from '../../../../electron/engine/words/decode-text.ts'
import {
  type LineScores,
  nothingWatched,
  scoresIn,
} from '../../../../electron/engine/words/line-scores.ts'

const characters = ['', '张', '三', '1', '媽', '嫣', '.']

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

const lineOf = (data: Float32Array): LineScores => {
  const classes = characters.length
  const steps = data.length / classes
  return scoresIn({ data, shape: [1, steps, classes] }, 0, steps, nothingWatched)
}

const decode = (steps: readonly (readonly [text: string, score: number])[]) =>
  decodeText(lineOf(scoresOf(steps)), characters).characters

/** One step with several characters in mind. */
const decodeStep = (
  scores: Readonly<Record<string, number>>,
  meaningOf?: (text: string) => string | undefined,
) =>
  decodeText(
    lineOf(Float32Array.from(characters, (character) => scores[character] ?? 0)),
    characters,
    meaningOf,
  )

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

test('a character stands a quarter of a step behind the middle of its steps, measured along the line', () => {
  const steps = [
    ['1', 0.9],
    ['1', 0.9],
    ['', 0.9],
    ['三', 0.9],
  ] as const
  expect(decode(steps).map(({ at }) => at)).toEqual([0.3125, 0.9375])
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

test('tells what each step may show, likeliest first, and only one where the network was sure', () => {
  const [unsure] = decodeStep({ 张: 0.6, 三: 0.12, '1': 0.2, '': 0.08 }).steps
  expect(unsure?.map(({ text }) => text)).toEqual(['张', '1', '三', ''])
  const [sure] = decodeStep({ 张: 0.995, 三: 0.005 }).steps
  expect(sure?.map(({ text }) => text)).toEqual(['张'])
})

test('tells what may stand where nothing or only a mark was read', () => {
  const faintIn = (scores: Readonly<Record<string, number>>) =>
    decodeStep(scores).faint.map(({ text }) => text)
  expect(faintIn({ '': 0.6, 三: 0.3, 张: 0.1 })).toEqual(['三'])
  expect(faintIn({ '.': 0.5, 三: 0.3, '': 0.2 })).toEqual(['三'])
  expect(faintIn({ 张: 0.5, 三: 0.3, '': 0.2 })).toEqual([])
})

test('a traditional character, which no license has, gives way, and its likeness is not counted for the other', () => {
  expect(decodeStep({ 媽: 0.92, 嫣: 0.08 }).characters).toMatchObject([
    { text: '嫣', confidence: expect.closeTo(0.08) },
  ])
  expect(decodeStep({ 媽: 1 }).characters).toMatchObject([{ text: '媽' }])
})

test('what a character is taken for where it stands counts, and what cannot stand there gives way', () => {
  const numbers = (text: string) => ({ 三: '1', '': '' })[text] ?? (text === '1' ? text : undefined)
  expect(decodeStep({ 张: 0.6, 三: 0.3, '1': 0.1 }, numbers).characters).toMatchObject([
    { text: '1', confidence: expect.closeTo(0.4) },
  ])
})
