import { expect, test } from 'vitest'
import { withoutSubtitles } from '../../../../electron/engine/card/subtitles.ts'
import type { TextBox } from '../../../../electron/engine/detect/text-boxes.ts'

/** Sizes in tenths of a millimetre, as they come out on a card. */
const box = (left: number, middle: number, width: number, height: number): TextBox => ({
  centerX: left + width / 2,
  centerY: middle,
  width,
  height,
  angle: 0,
  score: 0.9,
})

const name = box(-86, 150, 67, 34)
const nameInEnglish = box(-87, 180, 61, 23)
const value = box(19, 148, 119, 39)
const address = box(22, 240, 677, 35)
const seal = box(-58, 464, 154, 41)

test('the English words under a label are left out', () => {
  expect(withoutSubtitles([name, nameInEnglish, value, address])).toEqual([name, value, address])
})

test('a low second row of an address, or a low row under a seal, is read', () => {
  const secondRow = box(22, 275, 120, 28)
  const period = box(-79, 518, 339, 29)
  const all = [name, value, address, secondRow, seal, period]
  expect(withoutSubtitles(all)).toEqual(all)
})

test('a single low character under a line is read', () => {
  const digit = box(22, 275, 25, 26)
  expect(withoutSubtitles([name, value, address, digit])).toContain(digit)
})
