import { describe, expect, it } from 'vitest'
import { checkDates } from '../../../../core/license/rules/dates.ts'
import { findingsOf, licenseWith, today } from '../sample.ts'

describe('dates', () => {
  it.each(['birth_date', 'issue_date', 'valid_from', 'valid_to'] as const)(
    '%s must be a day of the calendar',
    (field) => {
      for (const value of ['2019-02-29', '20190228', '6年', '2019-2-8'])
        expect(checkDates(licenseWith({ [field]: value }), { today })).toMatchObject([
          { field, rule: 'not-a-date', severity: 'error' },
        ])
    },
  )

  it('lets only valid_to be 长期', () => {
    expect(findingsOf({ valid_to: '长期' })).toEqual([])
    expect(findingsOf({ valid_from: '长期' })).toEqual(['error valid_from not-a-date'])
  })

  it('lets a license be issued today, not tomorrow', () => {
    const issued = (issue_date: string) =>
      findingsOf({ issue_date, valid_from: issue_date, valid_to: '长期' })
    expect(issued('2021-03-15')).toEqual(['warning issue_date first-year'])
    expect(issued('2021-03-16')).toEqual([
      'error issue_date issue-in-future',
      'warning valid_from valid-from-in-future',
    ])
  })

  it('holds birth before the first issue', () => {
    const born = (birth_date: string) =>
      checkDates(licenseWith({ birth_date, issue_date: '2012-07-06' }), { today })
    expect(born('2012-07-06')).toMatchObject([{ rule: 'birth-after-issue', severity: 'error' }])
    expect(born('2012-07-05')).toMatchObject([{ rule: 'issue-before-age', values: { age: '0' } }])
  })

  it.each([
    ['the 18th birthday', 'C1', '1994-07-06', false],
    ['the day before', 'C1', '1994-07-07', true],
    ['born on 29 February, on 28 February 18 years later', 'C1', '1996-02-29', true, '2014-02-28'],
    ['born on 29 February, on 1 March 18 years later', 'C1', '1996-02-29', false, '2014-03-01'],
    ['the 16th birthday with a motorcycle', 'E', '1996-07-06', false],
    ['the day before with a motorcycle', 'E', '1996-07-07', true],
    ['the 16th birthday with a car and a motorcycle', 'C1E', '1996-07-06', false],
    ['an unknown class counts as a car', 'C9', '1996-07-06', true],
  ])('age at first issue: %s', (_, car_class, birth_date, early, issue_date = '2012-07-06') => {
    const found = checkDates(licenseWith({ car_class, birth_date, issue_date }), { today })
    expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(
      early ? ['warning issue-before-age'] : [],
    )
  })

  it('holds the valid period not before the first issue, and only doubts one that begins later than today', () => {
    expect(findingsOf({ issue_date: '2018-07-06' })).toEqual([])
    expect(findingsOf({ issue_date: '2018-07-07' })).toEqual([
      'error valid_from valid-from-before-issue',
    ])
    expect(findingsOf({}, { today: '2018-07-06' })).toEqual([])
    expect(findingsOf({}, { today: '2018-07-05' })).toEqual([
      'warning valid_from valid-from-in-future',
    ])
  })
})
