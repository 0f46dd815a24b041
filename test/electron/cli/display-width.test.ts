import { expect, it } from 'vitest'
import {
  displayWidth,
  padColumns,
  printable,
  shorten,
} from '../../../electron/cli/display-width.ts'

it.each([
  ['abc', 3],
  ['驾驶证', 6],
  ['王a：', 5],
  ['🚗', 2],
  ['👨‍👩‍👧', 2],
  ['é', 1],
  ['❤️', 2],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width)
  expect(displayWidth(padColumns(text, 9))).toBe(9)
})

it('cuts the middle out, so that both ends of a name stay', () => {
  expect(shorten('微信图片_20261102101530.jpg', 17)).toBe('微信图片…1530.jpg')
  expect(shorten('short.jpg', 17)).toBe('short.jpg')
})

it('never cuts a character in two', () => {
  for (let width = 1; width < 12; width++) {
    expect(displayWidth(shorten('王a驾b驶c证d', width))).toBeLessThanOrEqual(width)
  }
})

it('shows control characters instead of obeying them', () => {
  expect(printable('a\u001b[2Jb\n')).toBe('a�[2Jb�')
})
