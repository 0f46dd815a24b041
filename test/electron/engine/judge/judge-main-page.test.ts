import { describe, expect, test } from 'vitest'
import { mapFields } from '../../../../core/license/field.ts'
import { judgeMainPage } from '../../../../electron/engine/judge/judge-main-page.ts'
import type { MainPage } from '../../../../electron/engine/read/read-main-page.ts'
import { illegible, legal, mainPageOf, strip, stripOf } from './main-page-of.ts'

const judged = (but: Partial<MainPage> = {}) => judgeMainPage(mainPageOf(but)).fields

test('a page on which all is well has all its fields and no doubt', () => {
  const fields = judged()
  expect(mapFields((field) => fields[field].value)).toEqual({
    id_num: '11010519491231002X',
    name: '王建国',
    sex: '女',
    nationality: '中国',
    address: '北京市朝阳区',
    birth_date: '1949-12-31',
    issue_date: '1990-07-06',
    car_class: 'C1',
    valid_from: '2018-07-06',
    valid_to: '2028-07-06',
    official_seal: '北京市公安局公安交通管理局',
  })
  expect(Object.values(fields).flatMap(({ doubts }) => doubts)).toEqual([])
})

describe('the nationality', () => {
  test.each(['中国/CHN', '中国/CH', '中国'])(
    'is without the code of China, of which a letter may be lost: %s',
    (seen) => {
      const { nationality } = judged({ nationality: legal('中国/CHN', { seen }) })
      expect(nationality).toMatchObject({ value: '中国', doubts: [] })
      expect(nationality.characters.map(({ text }) => text).join('')).toBe('中国')
    },
  )

  test('is doubted where another code was read', () => {
    const read = '中国/JPN'
    expect(judged({ nationality: legal('中国/CHN', { seen: read }) }).nationality.doubts).toEqual([
      { kind: 'seen-otherwise', read },
    ])
  })
})

test('a value that is illegible is empty, and keeps its place', () => {
  const { birth_date } = judged({ birth: illegible })
  expect([birth_date.value, birth_date.boxes.length]).toEqual(['', 1])
  expect(judged({ birth: legal('1949-12-31', { score: -60 }) }).birth_date.value).toBe('')
})

test('a class beside which more was read is doubted, for it may be another, but not beside a frame', () => {
  const read = 'A213'
  expect(judged({ class: legal('A2', { seen: read }) }).car_class).toMatchObject({
    value: 'A2',
    doubts: [{ kind: 'seen-otherwise', read }],
  })
  for (const seen of ['A2', '|A2', ' a2 |', 'A2.'])
    expect(judged({ class: legal('A2', { seen }) }).car_class.doubts).toEqual([])
})

describe('the number', () => {
  const unlikely = { score: -50 }

  test('of which asterisks hide the middle is none, however many digits are left', () => {
    const number = legal('640121198003054107', { seen: '640121********4107', score: -30 })
    const { id_num } = judged({ number, soundNumber: number })
    expect(id_num).toMatchObject({ value: '', doubts: [{ kind: 'masked' }] })
    expect(id_num.characters.map(({ text }) => text).join('')).toBe('640121********4107')
  })

  test('whose asterisks were overlooked is none: there is a hole in it', () => {
    const written = (at: readonly number[]) =>
      [...'6401214107'].map((text, index) => ({ text, confidence: 0.9, at: at[index] ?? 1 }))
    const number = legal('640121198003054107', { score: -50 })
    const readAt = (at: readonly number[]) => {
      const masked = { ...number, strip: stripOf(written(at)) }
      return judged({ number: masked, soundNumber: masked }).id_num
    }
    const even = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]
    expect(readAt(even).value).toBe('6401214107')
    const apart = even.map((at, index) => (index < 6 ? at : at + 0.4))
    expect(readAt(apart)).toMatchObject({ value: '', doubts: [{ kind: 'masked' }] })
  })

  test('of fifteen digits, as it once was', () => {
    const { id_num } = judged({
      number: legal('110105194912310021', unlikely),
      oldNumber: legal('110105491231002'),
    })
    expect(id_num.value).toBe('110105491231002')
  })

  test.each([['E12345678'], ['123456789']])("of a foreigner's document: %s", (value) => {
    const { id_num } = judged({
      number: legal('110105194912310021', { ...unlikely, seen: value }),
      oldNumber: legal('110105491231002', unlikely),
    })
    expect(id_num.value).toBe(value)
  })
})

describe('what may be anything', () => {
  test('is doubted where two looks differ', () => {
    const { name } = judged({ name: [strip('王建国'), strip('王健国')] })
    expect(name.doubts).toContainEqual({ kind: 'seen-otherwise', read: expect.any(String) })
  })

  test('a name in Latin letters of one word may have lost its blank', () => {
    const { name } = judged({ name: [strip('DUBOIS'), strip('DUBOIS')] })
    expect(name.doubts).toContainEqual({ kind: 'unsure-blank' })
  })

  test('an address of two rows is one text', () => {
    const { address } = judged({
      address: [
        [strip('北京市朝阳区建国路'), strip('北京市朝阳区建国路')],
        [strip('8号院'), strip('8号院')],
      ],
    })
    expect([address.value, address.boxes.length]).toEqual(['北京市朝阳区建国路8号院', 2])
  })

  test('of a seal that names no authority what was read stands, with a doubt where it nearly is one', () => {
    const rows = ['广东省深玔', '市公安局交', '通警察支队'].map(strip)
    const { official_seal } = judged({
      authority: { reading: { text: '', characters: [], score: -Infinity }, rows },
    })
    expect(official_seal.value).toBe('广东省深玔市公安局交通警察支队')
    expect(official_seal.doubts).toMatchObject([{ kind: 'near-name', known: '深圳市' }])
  })
})
