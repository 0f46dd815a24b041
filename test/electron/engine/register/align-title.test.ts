import { expect, test } from 'vitest'
import { alignTitle } from '../../../../electron/engine/register/align-title.ts'

const title = '中华人民共和国机动车驾驶证'

const seen = (text: string) =>
  [...text].map((character, index, all) => ({
    text: character,
    confidence: 1,
    at: (index + 0.5) / all.length,
  }))

test('a title that is said whole is off by nothing, each character in its place', () => {
  const { off, matches } = alignTitle(seen(title), title)
  expect(off).toBe(0)
  expect(matches.map(({ index }) => index)).toEqual([...title].map((_, index) => index))
  expect(matches[3]?.at).toBeCloseTo(3.5 / 13)
})

test('what stands before and behind costs nothing', () => {
  const { off, matches } = alignTitle(seen(`证号${title}副页`), title)
  expect(off).toBe(0)
  expect(matches[0]).toEqual({ index: 0, at: 2.5 / 17 })
  expect(matches).toHaveLength(13)
})

test('what is misread or missing costs its share, and gives no place', () => {
  const { off, matches } = alignTitle(seen('中华入民共和国机车驾驶证'), title)
  expect(off).toBeCloseTo(2 / 13)
  expect(matches.map(({ index }) => index)).toEqual([0, 1, 3, 4, 5, 6, 7, 9, 10, 11, 12])
})

test('the title of the second page is off where only the first one stands', () => {
  expect(alignTitle(seen(title), `${title}副页`).off).toBeCloseTo(2 / 15)
  expect(alignTitle(seen(`${title}副页`), `${title}副页`).off).toBe(0)
})

test('of another text hardly anything is found', () => {
  expect(alignTitle(seen('机动车行驶证副页'), title).off).toBeGreaterThan(0.36)
  expect(alignTitle([], title)).toEqual({ off: 1, matches: [] })
})
