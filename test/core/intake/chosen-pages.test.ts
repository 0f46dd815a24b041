import { expect, it } from 'vitest'
import { pagesNamed, textOfPages } from '../../../core/intake/chosen-pages.ts'

it.each([
  ['3, 101-103', [3, 101, 102, 103]],
  ['2-4,3-5', [2, 3, 4, 5]],
  ['998-2000', [998, 999, 1000]],
  ['1001', []],
  ['第九', []],
  ['', []],
])('%s names these pages of a thousand', (text, pages) => {
  expect([...pagesNamed(text, 1000)]).toEqual(pages)
})

it.each([
  [[], ''],
  [[7], '7'],
  [[3, 1, 2, 9], '1-3, 9'],
])('pages %j are written in the fewest ranges', (pages, text) => {
  expect(textOfPages(new Set(pages))).toBe(text)
})
