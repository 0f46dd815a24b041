import { expect, test } from 'vitest'
import type { Strip } from '../../../../electron/engine/read/strips.ts'
import { judgeMainPage } from '../../../../electron/engine/judge/judge-main-page.ts'
import { drawnLine } from '../words/drawn-line.ts'
import { mainPageOf, strip } from './main-page-of.ts'

const pitch = 40
const text = '北京市朝阳区建国路'
const confidence = 0.99

/** A look at a row on which all of `text` is printed, but for what is read of it. */
function lookAt(read: readonly string[], but: Readonly<Record<string, number>> = {}): Strip {
  const printed = [...text]
  const width = (printed.length + 3) * pitch
  const at = (character: string): number => ((printed.indexOf(character) + 0.5) * pitch) / width
  const cut = drawnLine(
    width,
    printed.map((_, place): [number, number] => [place * pitch + 7, place * pitch + 33]),
  )
  const characters = read.map((character) => ({
    text: character,
    confidence: but[character] ?? confidence,
    at: at(character),
    others: [],
  }))
  return { ...strip(''), cut, seen: { characters, faint: [] } }
}

const all = [...text]
const without = all.filter((character) => character !== '阳')

const addressOf = (first: Strip, second: Strip) =>
  judgeMainPage(
    mainPageOf({
      address: [
        [first, second],
        [strip(''), strip('')],
      ],
    }),
  ).fields.address

test('a look that left ink unread gives way to one that read it, and is told', () => {
  const { value, doubts } = addressOf(lookAt(without), lookAt(all, { 阳: 0.8 }))
  expect(value).toBe(text)
  expect(doubts).toMatchObject([{ kind: 'seen-otherwise', read: '北京市朝区建国路' }])
})

test('also where the fuller look is unsure of what it read there', () => {
  const { value, doubts } = addressOf(lookAt(all, { 阳: 0.4 }), lookAt(without))
  expect(value).toBe(text)
  expect(doubts).toMatchObject([{ kind: 'seen-otherwise', read: '北京市朝区建国路' }])
})

test('not where the looks differ in what they both read', () => {
  const other = lookAt(all)
  const characters = other.seen.characters.map((seen) =>
    seen.text === '国' ? { ...seen, text: '围' } : seen,
  )
  const { value, doubts } = addressOf(lookAt(without), {
    ...other,
    seen: { characters, faint: [] },
  })
  expect(value).toBe('北京市朝区建国路')
  expect(doubts).toMatchObject([
    { kind: 'gap', after: 4 },
    { kind: 'seen-otherwise', read: '北京市朝阳区建围路' },
    { kind: 'near-name', known: '朝阳区' },
  ])
})
