import { expect, test } from 'vitest'
import type { Quad } from '../../../../core/license/reading.ts'
import { raiseDoubts } from '../../../../electron/engine/doubts/raise-doubts.ts'
import { type Draft, readFrom } from '../../../../electron/engine/extract/draft.ts'
import { segmentsOf } from '../../../../electron/engine/extract/segment.ts'
import { chooseName } from '../../../../electron/engine/places/choose-names.ts'

/** A text in which one character was also thought to be others. */
function draftOf(text: string, at: number, others: string): Draft {
  const characters = [...text].map((character, index) => ({
    text: character,
    confidence: index === at ? 0.6 : 0.99,
    at: (index + 0.5) / text.length,
    others: index === at ? [...others].map((other) => ({ text: other, confidence: 0.05 })) : [],
  }))
  const width = text.length * 40
  const quad: Quad = [
    [0, 0],
    [width, 0],
    [width, 48],
    [0, 48],
  ]
  return readFrom(text, ...segmentsOf([{ quad, characters, redness: 0 }], ([, y]) => y))
}

const read = '山东省临沂市临沐县和平街699号'
const printed = '山东省临沂市临沭县和平街699号'

test('takes the place that exists where the network thought of it, and tells', () => {
  const chosen = chooseName('address', draftOf(read, 7, '述沭'))
  expect(chosen.value).toBe(printed)
  const paper = { data: new Uint8Array(800 * 48 * 3).fill(230), width: 800, height: 48 }
  expect(raiseDoubts('address', chosen, paper)).toEqual([
    { kind: 'chosen-name', read: '临沐县', known: '临沭县', other: read },
  ])
})

test('leaves what was read where the network did not think of it', () => {
  const draft = draftOf(read, 7, '述淋')
  expect(chooseName('address', draft)).toBe(draft)
})

test('leaves a place that exists, whatever else the network thought of', () => {
  const draft = draftOf(printed, 7, '沐')
  expect(chooseName('address', draft)).toBe(draft)
})

test('takes the office on a seal in the same way', () => {
  const seal = '山东省临沂市公安局交通警寮支队'
  expect(chooseName('official_seal', draftOf(seal, 12, '察')).value).toBe(
    '山东省临沂市公安局交通警察支队',
  )
})
