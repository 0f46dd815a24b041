import { describe, expect, test } from 'vitest'
import { periodDrafts } from '../../../../electron/engine/judge/period.ts'
import { illegible, legal, mainPageOf } from './main-page-of.ts'

const unlikely = { score: -50 }
const oldCard = (term: string, sure = 0.9) =>
  mainPageOf({
    currentPeriod: legal('2010-12-14至2016-12-14', unlikely),
    oldPeriod: legal(`日期2010-12-14有效期限${term}`, { confidence: sure }),
  })

describe('the last row', () => {
  test('of the current style says both days', () => {
    const { style, valid_from, valid_to } = periodDrafts(mainPageOf())
    expect([style, valid_from.value, valid_to.value]).toEqual([
      'current',
      '2018-07-06',
      '2028-07-06',
    ])
    const texts = [valid_from, valid_to].map(({ characters }) =>
      characters.map(({ text }) => text).join(''),
    )
    expect(texts).toEqual(['2018-07-06', '2028-07-06'])
  })

  test('or that it is valid for good', () => {
    const page = mainPageOf({ currentPeriod: legal('2018-07-06至长期') })
    expect(periodDrafts(page).valid_to.value).toBe('长期')
  })

  test.each([
    ['6年', '2016-12-14'],
    ['10年', '2020-12-14'],
    ['长期', '长期'],
  ])('of the old style says for how long: %s', (term, end) => {
    const { style, valid_from, valid_to } = periodDrafts(oldCard(term))
    expect([style, valid_from.value, valid_to.value]).toEqual(['old', '2010-12-14', end])
  })

  test('an end that is reckoned is no surer than the start', () => {
    const page = oldCard('6年')
    const weak = page.oldPeriod.reading.characters.map((one, at) =>
      at === 5 ? { ...one, confidence: 0.4 } : one,
    )
    const reading = { ...page.oldPeriod.reading, characters: weak }
    const { valid_to } = periodDrafts({ ...page, oldPeriod: { ...page.oldPeriod, reading } })
    expect(Math.max(...valid_to.characters.map(({ confidence }) => confidence))).toBe(0.4)
  })

  test('that cannot be read leaves both ends open', () => {
    const { style, valid_from, valid_to } = periodDrafts(
      mainPageOf({ currentPeriod: illegible, oldPeriod: illegible }),
    )
    expect([style, valid_from.value, valid_to.value]).toEqual(['unknown', '', ''])
  })

  test('of which the network by itself read something else is doubted', () => {
    const page = mainPageOf({
      currentPeriod: legal('2018-07-06至2028-07-06', { seen: '2018-07-08至2028-07-06' }),
    })
    expect(periodDrafts(page).valid_from.doubts).toEqual([
      { kind: 'seen-otherwise', read: '2018-07-08至2028-07-06' },
    ])
  })

  describe('of the old style, of which the network by itself read', () => {
    const doubtsWhereSeen = (seen: string) => {
      const oldPeriod = legal('日期2010-12-14有效期限6年', { seen })
      const page = mainPageOf({
        currentPeriod: legal('2010-12-14至2016-12-14', unlikely),
        oldPeriod,
      })
      return periodDrafts(page).valid_from.doubts
    }

    test.each(['期2010-12-14效期限 6年', '2010-12-146年', '日期2010-12-14-有效期限6'])(
      'the same numbers, is not doubted for what is printed around them: %s',
      (seen) => expect(doubtsWhereSeen(seen)).toEqual([]),
    )

    test.each([
      '日期2010-12-14有效期限16年',
      '日期2010-12-14有效期限年',
      '日期2010-12-14有效期限长期',
    ])('another term or none, is: %s', (read) =>
      expect(doubtsWhereSeen(read)).toEqual([{ kind: 'seen-otherwise', read }]),
    )
  })
})
