import { describe, expect, test } from 'vitest'
import type { Strip } from '../../../../electron/engine/read/strips.ts'
import { judgeMainPage } from '../../../../electron/engine/judge/judge-main-page.ts'
import { drawnLine } from '../words/drawn-line.ts'
import type { SeenLike } from '../seen-like.ts'
import { mainPageOf, strip, stripOf } from './main-page-of.ts'

const pitch = 40
const text = '北京市朝阳区建国路'
const confidence = 0.99

/** A look at a row on which all of `printed` stands, but for what is read of it. */
function lookAt(
  read: readonly string[],
  but: Readonly<Record<string, Partial<SeenLike>>> = {},
  printed: readonly string[] = [...text],
): Strip {
  const width = (printed.length + 3) * pitch
  const cut = drawnLine(
    width,
    printed.map((_, place): [number, number] => [place * pitch + 7, place * pitch + 33]),
  )
  const characters = read.map((character) => ({
    text: character,
    confidence,
    at: ((printed.indexOf(character) + 0.5) * pitch) / width,
    ...but[character],
  }))
  return stripOf(characters, cut)
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
  const { value, doubts } = addressOf(lookAt(without), lookAt(all, { 阳: { confidence: 0.8 } }))
  expect(value).toBe(text)
  expect(doubts).toMatchObject([{ kind: 'seen-otherwise', read: '北京市朝区建国路' }])
})

test('also where the fuller look is unsure of what it read there', () => {
  const { value, doubts } = addressOf(lookAt(all, { 阳: { confidence: 0.4 } }), lookAt(without))
  expect(value).toBe(text)
  expect(doubts).toMatchObject([{ kind: 'seen-otherwise', read: '北京市朝区建国路' }])
})

test('of what the looks read differently each is taken from the one that sees it better', () => {
  const { value, doubts } = addressOf(
    lookAt(without),
    lookAt(all, { 国: { text: '围', confidence: 0.6 } }),
  )
  expect(value).toBe(text)
  expect(doubts).toMatchObject([{ kind: 'seen-otherwise', read: '北京市朝区建国路' }])
})

test('what neither look was sure of is what both together hold likeliest', () => {
  const { value, characters, doubts } = addressOf(
    lookAt(all, { 建: { text: '津', confidence: 0.5, or: { 建: 0.45 } } }),
    lookAt(all, { 建: { text: '健', confidence: 0.5, or: { 建: 0.45 } } }),
  )
  expect(value).toBe(text)
  expect(characters[6]).toEqual({
    text: '建',
    confidence: expect.closeTo(0.45),
    at: expect.anything(),
  })
  expect(doubts).toMatchObject([{ kind: 'seen-otherwise' }])
})

/** Both looks read the same, and nearly something else. */
const bothOf = (printed: string, but: Readonly<Record<string, Partial<SeenLike>>>) => {
  const looks = () => lookAt([...printed], but, [...printed])
  return addressOf(looks(), looks())
}

describe('a place, a number or a room that there is', () => {
  const nearly = { text: '壁', confidence: 0.9, or: { 璧: 0.09 } }

  test('is taken where the looks nearly read it, and what they read is offered', () => {
    const { value, doubts } = bothOf('重庆市璧山区', { 璧: nearly })
    expect(value).toBe('重庆市璧山区')
    expect(doubts).toEqual([{ kind: 'seen-otherwise', read: '重庆市壁山区' }])
  })

  test('is never put where the looks are sure of something else', () => {
    const { value, doubts } = bothOf('重庆市璧山区', { 璧: { text: '壁', confidence: 0.998 } })
    expect(value).toBe('重庆市壁山区')
    expect(doubts).toMatchObject([{ kind: 'near-name', known: '璧山区' }])
  })

  test('a stroke that both looks nearly read is the number of an entrance, else one is missing', () => {
    const printed = '北京市朝阳区王庄6号院7楼1门'
    const faint = { text: '', confidence: 0.85, or: { '1': 0.12 } }
    const { value, doubts } = bothOf(printed, { '1': faint })
    expect(value).toBe(printed)
    expect(doubts).toMatchObject([{ kind: 'seen-otherwise', read: '北京市朝阳区王庄6号院7楼门' }])
    expect(bothOf('北京市朝阳区王庄6号院7楼门', {}).doubts).toEqual([{ kind: 'gap', after: 13 }])
  })
})

test('what would have to be misread at two places at once is too far from what was read', () => {
  const printed = '河北省石家庄市王村6号院7楼1门'
  const { value } = bothOf(printed, {
    河: { text: '可', confidence: 0.95, or: { 河: 0.02 } },
    '1': { text: '', confidence: 0.85, or: { '1': 0.12 } },
  })
  expect(value).toBe(printed.replace('河', '可'))
})

test('ink in front of a second row was overlooked', () => {
  const first = lookAt([...'北京市朝阳区建国路1'], {}, [...'北京市朝阳区建国路1'])
  const second = lookAt([...'号楼5室'], {}, [...'2号楼5室'])
  const { doubts } = judgeMainPage(
    mainPageOf({
      address: [
        [first, first],
        [second, second],
      ],
    }),
  ).fields.address
  expect(doubts).toEqual([{ kind: 'gap', after: 10 }])
})

describe('a name', () => {
  const nameOf = (first: Strip, second: Strip) =>
    judgeMainPage(mainPageOf({ name: [first, second] })).fields.name
  const printed = [...'殷建国']

  test('begins with a surname where the looks nearly read one', () => {
    const unsure = lookAt(
      printed,
      { 殷: { text: '股', confidence: 0.6, or: { 殷: 0.35 } } },
      printed,
    )
    const { value, doubts } = nameOf(unsure, unsure)
    expect(value).toBe('殷建国')
    expect(doubts).toEqual([{ kind: 'seen-otherwise', read: '股建国' }])
  })

  test('ends where either look reads the label behind it', () => {
    const withLabel = (label: string) => {
      const read = [...'王建国性', label]
      return lookAt(read, {}, read)
    }
    expect(nameOf(withLabel('别'), withLabel('另')).value).toBe('王建国')
    expect(nameOf(withLabel('另'), withLabel('别')).value).toBe('王建国')
  })

  describe('behind which one look reads 一', () => {
    /** A look that reads a stroke of so many pixels' height in the middle of where a fourth character would stand. */
    const withStroke = (high: number, sureness: number): Strip => {
      const look = lookAt(
        [...printed, '一'],
        { 一: { confidence: sureness, at: 3.5 / 6 } },
        printed,
      )
      const { cut } = look
      const stroke = drawnLine(cut.width, [[3 * pitch + 4, 4 * pitch - 4]], { bottom: 12 + high })
      const data = cut.data.map((level, at) => Math.min(level, stroke.data[at] ?? level))
      return { ...look, cut: { ...cut, data } }
    }
    const doubtsOf = (look: Strip) => nameOf(lookAt(printed, {}, printed), look).doubts

    test('is no doubt where none of its ink stands: a rule ends there', () => {
      expect(doubtsOf(withStroke(0, 0.6))).toEqual([])
    })

    test.each([
      ['ink stands there', withStroke(3, 0.6)],
      ['it is seen surely', withStroke(0, 0.95)],
    ])('is one where %s', (_, look) => {
      expect(doubtsOf(look)).toContainEqual({ kind: 'seen-otherwise', read: '殷建国一' })
    })
  })

  test('stays what it was read as where they are sure', () => {
    const sure = lookAt(printed, { 殷: { text: '股', confidence: 0.99 } }, printed)
    expect(nameOf(sure, sure)).toMatchObject({ value: '股建国', doubts: [] })
  })
})
