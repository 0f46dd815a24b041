import { describe, expect, it } from 'vitest'
import {
  addMonths,
  addYears,
  findDates,
  isDate,
  parseDate,
  yearsBetween,
} from '../../../../core/license/parse/date.ts'
import { randomOf } from '../../../fixtures/cards/random.ts'

describe('parseDate', () => {
  it.each([
    ['1990-12-21', '1990-12-21'],
    ['19901221', '1990-12-21'],
    ['1990.12.21', '1990-12-21'],
    ['1990/12/21', '1990-12-21'],
    ['1990年12月21日', '1990-12-21'],
    [' 1990 年 12 月 21 日 ', '1990-12-21'],
    ['１９９０－１２－２１', '1990-12-21'],
    ['出生日期1990-12-21', '1990-12-21'],
    ['2O18-O7-06', '2018-07-06'],
    ['2008-1l-06', '2008-11-06'],
    ['l990-12-2I', '1990-12-21'],
    ['2020-02-29', '2020-02-29'],
    ['2018-07-06 至 2024-07-06', '2018-07-06'],
  ])('reads %j as %s', (text, date) => expect(parseDate(text)).toBe(date))

  it.each([
    ['no day of the calendar', '1990-02-30'],
    ['29 February of a common year', '2023-02-29'],
    ['31 April', '2020-04-31'],
    ['month 0', '1990-00-10'],
    ['month 13', '1990-13-10'],
    ['day 0', '1990-12-00'],
    ['day 32', '1990-12-32'],
    ['a century that is none', '1890-12-21'],
    ['a lost digit', '2018-1-06'],
    ['a digit too many', '1990-12-211'],
    ['a digit too many before it', '419901221'],
    ['a license number', '441900199012210519'],
    ['more letters than digits allow', '2OOO-Ol-IO'],
    ['letters that are no digits', '199S-12-21'],
    ['nothing', ''],
    ['长期', '长期'],
  ])('finds none in %s', (_, text) => expect(parseDate(text)).toBe(''))
})

describe('findDates', () => {
  it('tells where each date stands', () => {
    const text = '自２０１８-０７-０６至2024-07-06止'
    const found = findDates(text)
    expect(found.map(({ date }) => date)).toEqual(['2018-07-06', '2024-07-06'])
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      '２０１８-０７-０６',
      '2024-07-06',
    ])
  })

  it('does not take a stroke between two dates for a digit', () => {
    expect(findDates('2018-07-06|2024-07-06')).toHaveLength(2)
    expect(findDates('20180706-20240706')).toHaveLength(2)
  })

  it('finds any day of the calendar in every way it is written', () => {
    const random = randomOf(7)
    for (let round = 0; round < 500; round++) {
      const date = addMonths(`1900-01-${random.integer(10, 31)}`, random.integer(0, 2399))
      const [year, month, day] = date.split('-')
      for (const text of [date, `${year}${month}${day}`, `${year}年${month}月${day}日`])
        expect([text, parseDate(text)]).toEqual([text, date])
    }
  })
})

describe('the calendar', () => {
  it.each([
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2024-02-29', true],
    ['2024-02-30', false],
    ['2023-06-31', false],
    ['2023-12-31', true],
    ['2023-1-1', false],
    ['20230101', false],
    ['', false],
    ['长期', false],
  ])('%j is a day: %s', (text, expected) => expect(isDate(text)).toBe(expected))

  it.each([
    ['2018-07-06', 6, '2024-07-06'],
    ['2012-02-29', 6, '2018-02-28'],
    ['2016-02-29', 4, '2020-02-29'],
    ['2012-02-29', 10, '2022-02-28'],
  ])('%s and %i years make %s', (date, years, expected) =>
    expect(addYears(date, years)).toBe(expected),
  )

  it.each([
    ['2020-12-31', 2, '2021-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2020-11-30', 12, '2021-11-30'],
    ['2020-12-15', 1, '2021-01-15'],
    ['2021-01-15', -1, '2020-12-15'],
  ])('%s and %i months make %s', (date, months, expected) =>
    expect(addMonths(date, months)).toBe(expected),
  )

  it.each([
    ['1990-12-21', '2008-12-20', 17],
    ['1990-12-21', '2008-12-21', 18],
    ['2004-02-29', '2022-02-28', 17],
    ['2004-02-29', '2022-03-01', 18],
    ['2004-02-29', '2024-02-29', 20],
  ])('from %s to %s it is %i years', (from, to, years) =>
    expect(yearsBetween(from, to)).toBe(years),
  )
})
