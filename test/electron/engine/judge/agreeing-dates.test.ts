import { describe, expect, test } from 'vitest'
import { withAgreeingDates } from '../../../../electron/engine/judge/agreeing-dates.ts'
import { judgeMainPage } from '../../../../electron/engine/judge/judge-main-page.ts'
import type { Automaton } from '../../../../electron/engine/legal/automaton.ts'
import { decodeLegal } from '../../../../electron/engine/legal/decode-legal.ts'
import {
  birthDate,
  currentPeriod,
  issueDate,
  oldPeriod,
} from '../../../../electron/engine/legal/grammars.ts'
import type { LegalValue, MainPage } from '../../../../electron/engine/read/read-main-page.ts'
import { said, type Step } from '../said-line.ts'
import { legal, mainPageOf, strip } from './main-page-of.ts'

/** A place where the network sees a text, of which `but` says what some characters may be instead. */
function seen(
  automaton: Automaton,
  text: string,
  but?: Readonly<Record<number, Step>>,
): LegalValue {
  const scores = said(text, but)
  const reading = decodeLegal(automaton, scores)
  return { reading, strip: { ...strip(reading.text), scores } }
}

const datesOf = (but: Partial<MainPage>): string[] => {
  const {
    birth,
    issue,
    currentPeriod: current,
    oldPeriod: old,
  } = withAgreeingDates(mainPageOf(but))
  return [birth, issue, old.reading.score > current.reading.score ? old : current].map(
    ({ reading }) => reading.text,
  )
}

const birth = seen(birthDate, '1949-12-31')
const issue = seen(issueDate, '2014-07-23')
const fourOrOne = { 3: { 1: 0.7, 4: 0.2 } }

describe('dates that cannot be together are what else they nearly are', () => {
  test('a period of nine years is one of six', () => {
    const period = seen(currentPeriod, '2014-07-23至2020-07-23', fourOrOne)
    expect(period.reading.text).toBe('2011-07-23至2020-07-23')
    expect(datesOf({ birth, issue, currentPeriod: period })[2]).toBe('2014-07-23至2020-07-23')
  })

  test('so is one of which the end is misread', () => {
    const period = seen(currentPeriod, '2014-07-23至2020-07-23', { 14: { 1: 0.6, 0: 0.3 } })
    expect(period.reading.text).toBe('2014-07-23至2021-07-23')
    expect(datesOf({ birth, issue, currentPeriod: period })[2]).toBe('2014-07-23至2020-07-23')
  })

  test('one for good, which no young license is, is one of six', () => {
    const end = [...'2020-07-23'].map((digit, at) => ({ [digit]: 0.45, ['长期'.charAt(at)]: 0.5 }))
    const steps = Object.fromEntries(end.map((step, at) => [11 + at, step]))
    const period = seen(currentPeriod, '2014-07-23至2020-07-23', steps)
    expect(period.reading.text).toBe('2014-07-23至长期')
    expect(datesOf({ birth, issue, currentPeriod: period })[2]).toBe('2014-07-23至2020-07-23')
    const old = { birth, issue: seen(issueDate, '1998-07-23'), currentPeriod: period }
    expect(datesOf(old)[2]).toBe('2014-07-23至长期')
  })

  test('so is one of the old style', () => {
    const steps = { 16: { 长: 0.6, 6: 0.3 }, 17: { 期: 0.6, 年: 0.3 } }
    const period = seen(oldPeriod, '日期2014-07-23有效期限6年', steps)
    expect(period.reading.text).toBe('日期2014-07-23有效期限长期')
    const page = { birth, issue, oldPeriod: period, currentPeriod: legal('', { score: -80 }) }
    expect(datesOf(page)[2]).toBe('日期2014-07-23有效期限6年')
  })

  test('the day of first issue is that of the period', () => {
    const misread = seen(issueDate, '2014-07-23', { 9: { 8: 0.6, 3: 0.3 } })
    const period = seen(currentPeriod, '2014-07-23至2020-07-23')
    expect(datesOf({ birth, issue: misread, currentPeriod: period })[1]).toBe('2014-07-23')
  })

  test('the day of an old card is that of its first issue', () => {
    const period = seen(oldPeriod, '日期2014-07-23有效期限6年', { 11: { 8: 0.6, 3: 0.3 } })
    const page = { birth, issue, oldPeriod: period, currentPeriod: legal('', { score: -80 }) }
    expect(datesOf(page)[2]).toBe('日期2014-07-23有效期限6年')
  })

  test('the date of birth is that of the number', () => {
    const misread = seen(birthDate, '1949-12-31', { 3: { 8: 0.6, 9: 0.3 } })
    expect(misread.reading.text).toBe('1948-12-31')
    expect(datesOf({ birth: misread })[0]).toBe('1949-12-31')
  })

  test('and a person is asked', () => {
    const period = seen(currentPeriod, '2014-07-23至2020-07-23', fourOrOne)
    const { fields } = judgeMainPage(mainPageOf({ birth, issue, currentPeriod: period }))
    expect(fields.valid_from).toMatchObject({
      value: '2014-07-23',
      doubts: [{ kind: 'seen-otherwise', read: '2011-07-23至2020-07-23' }],
    })
  })
})

describe('what is seen clearly stays, however seldom it is', () => {
  test.each([
    ['a term of nine years', '2011-07-23至2020-07-23'],
    ['another day than that of the first issue', '2014-08-05至2020-08-05'],
    ['a beginning before the first issue', '2010-07-23至2020-07-23'],
    ['for good', '2014-07-23至长期'],
  ])('%s', (_, text) => {
    const period = seen(currentPeriod, text)
    expect(datesOf({ birth, issue, currentPeriod: period })).toEqual([
      '1949-12-31',
      '2014-07-23',
      text,
    ])
  })

  test('another birth date than that of the number', () => {
    expect(datesOf({ birth: seen(birthDate, '1950-01-01') })[0]).toBe('1950-01-01')
  })

  test('dates that go together', () => {
    const period = seen(currentPeriod, '2014-07-23至2020-07-23')
    const page = mainPageOf({ birth, issue, currentPeriod: period })
    expect(withAgreeingDates(page)).toEqual(page)
  })
})

test('a number of which the check character does not fit says nothing of the birth', () => {
  const misread = seen(birthDate, '1949-12-31', { 3: { 8: 0.6, 9: 0.3 } })
  expect(datesOf({ birth: misread, number: legal('110105194912310021') })[0]).toBe('1948-12-31')
})
