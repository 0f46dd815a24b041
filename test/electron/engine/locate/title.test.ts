import { expect, test } from 'vitest'
import type { Quad } from '../../../../core/license/reading.ts'
import { quadWidth } from '../../../../electron/engine/geometry/quad.ts'
import { title, wholeTitle } from '../../../../electron/engine/locate/title.ts'

/** A box of 20 pixels to the character, around the characters of the title from `start` to before `end`. */
function boxOf(start: number, end: number) {
  const [left, right] = [start * 20, end * 20]
  const quad: Quad = [
    [left, 0],
    [right, 0],
    [right, 30],
    [left, 30],
  ]
  const characters = [...title].slice(start, end).map((text, index) => ({
    text,
    confidence: 0.99,
    at: (index + 0.5) / (end - start),
    others: [],
  }))
  return { quad, characters }
}

test('a box around a part of the title is lengthened to the whole', () => {
  const { quad, characters } = boxOf(5, 13)
  const [[left], [right]] = wholeTitle(quad, characters)
  expect(left).toBeCloseTo(0)
  expect(right).toBeCloseTo(260)
})

test('a box around all of it stays, though a character at its end was not read', () => {
  const { quad, characters } = boxOf(0, 13)
  expect(wholeTitle(quad, characters)).toEqual(quad)
  expect(quadWidth(wholeTitle(quad, characters.slice(1, -1)))).toBeCloseTo(260)
})
