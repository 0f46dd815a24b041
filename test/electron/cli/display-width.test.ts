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

it.each([
  ['a right-to-left override', 'a\u202egpj.exe', 'a�gpj.exe'],
  ['isolates and marks of direction', '\u2066a\u2069\u200f\u061c', '�a���'],
  ['the eight-bit way to command', '\u009b2K', '�2K'],
  ['a return, a line feed and a next line', 'a\rb\nc\u0085', 'a�b�c�'],
  ['separators of lines and paragraphs', 'a\u2028b\u2029', 'a�b�'],
  ['what nobody sees', 'a\u200b\u200d\u2060\ufeff\u00ad\u{e0041}', 'a������'],
  ['half a character', 'a\ud800b', 'a�b'],
])('shows %s', (_, text, shown) => expect(printable(text)).toBe(shown))

it.each(['王先生 (2).jpg', '👨‍👩‍👧.jpg', '🧑🏽‍🚀.png', '❤️‍🔥', 'é', '𠮷田·３'])(
  'leaves %s as it is',
  (name) => expect(printable(name)).toBe(name),
)
