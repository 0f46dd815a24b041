import { describe, expect, it } from 'vitest'
import { checkValidPeriod } from '../../../../core/license/rules/valid-period.ts'
import { findingsOf, licenseWith } from '../sample.ts'

describe('the term', () => {
  it.each([
    ['2018-07-06', '2024-07-06'],
    ['2018-07-06', '2028-07-06'],
    ['2018-07-06', '长期'],
    ['2020-02-29', '2026-02-28'],
    ['2020-02-29', '2026-03-01'],
    ['2020-02-29', '2030-02-28'],
  ])('from %s to %s is usual', (valid_from, valid_to) =>
    expect(findingsOf({ issue_date: valid_from, valid_from, valid_to })).not.toContain(
      'warning valid_to valid-term-unusual',
    ),
  )

  it.each([
    ['2018-07-06', '2024-07-07'],
    ['2018-07-06', '2024-07-05'],
    ['2018-07-06', '2023-07-06'],
    ['2018-07-06', '2034-07-06'],
    ['2020-02-28', '2026-03-01'],
    ['2020-02-29', '2026-02-27'],
    ['2018-03-01', '2024-02-29'],
  ])('from %s to %s is not', (valid_from, valid_to) =>
    expect(findingsOf({ valid_from, valid_to })).toContain('warning valid_to valid-term-unusual'),
  )

  it('cannot end before it begins', () => {
    for (const valid_to of ['2018-07-06', '2008-07-06'])
      expect(findingsOf({ valid_to })).toContain('error valid_to valid-to-before-from')
    expect(findingsOf({ valid_to: '2018-07-07' })).not.toContain(
      'error valid_to valid-to-before-from',
    )
  })

  it('says nothing where an end is missing', () => {
    expect(findingsOf({ valid_from: '' })).toEqual([])
    expect(findingsOf({ valid_to: '' })).toEqual([])
  })
})

describe('the anniversary of the first issue', () => {
  it.each([
    ['2012-07-06', '2012-07-06', true],
    ['2012-07-06', '2018-07-06', true],
    ['2012-07-06', '2018-07-08', false],
    ['2012-07-06', '2018-08-06', false],
    ['2012-02-29', '2018-02-28', true],
    ['2012-02-29', '2018-03-01', true],
    ['2012-02-29', '2020-02-29', true],
    ['2012-02-29', '2018-02-27', false],
    ['2012-02-28', '2020-02-29', false],
  ])('issued %s, valid from %s: %s', (issue_date, valid_from, fits) => {
    const found = findingsOf({ issue_date, valid_from, valid_to: '长期' })
    expect(found).toEqual(fits ? [] : ['warning valid_from valid-from-not-anniversary'])
  })
})

describe('the end, 2028-07-06', () => {
  it.each([
    ['2028-04-06', []],
    ['2028-04-07', ['note valid_to expires-soon']],
    ['2028-07-06', ['note valid_to expires-soon']],
    ['2028-07-07', ['error valid_to expired']],
  ])('on %s', (today, found) => expect(findingsOf({}, { today })).toEqual(found))

  it.each([
    ['2028-07-06', []],
    ['2028-07-07', ['warning valid_to expires-in-rental']],
  ])('with a car back on %s', (returnDate, found) =>
    expect(findingsOf({}, { returnDate })).toEqual(found),
  )

  it('is told once: a license that has expired does not also expire in the rental', () => {
    expect(findingsOf({}, { today: '2028-07-07', returnDate: '2028-07-20' })).toEqual([
      'error valid_to expired',
    ])
  })

  it('counts the days that are left', () => {
    expect(checkValidPeriod(licenseWith({}), { today: '2028-04-07' })).toMatchObject([
      { rule: 'expires-soon', values: { days: '90' } },
    ])
    expect(checkValidPeriod(licenseWith({}), { today: '2028-07-06' })).toMatchObject([
      { rule: 'expires-soon', values: { days: '0' } },
    ])
  })

  it('never comes for 长期', () => {
    expect(
      findingsOf({ valid_to: '长期' }, { today: '2090-01-01', returnDate: '2099-01-01' }),
    ).toEqual([])
  })
})

describe('the first year', () => {
  const issued = (issue_date: string, today: string) =>
    findingsOf({ issue_date, valid_from: '', valid_to: '' }, { today })

  it.each([
    ['2012-07-06', '2013-07-05', true],
    ['2012-07-06', '2013-07-06', false],
    ['2012-02-29', '2013-02-27', true],
    ['2012-02-29', '2013-02-28', false],
    ['2012-07-06', '2012-07-06', true],
  ])('issued %s, on %s: %s', (issue_date, today, first) =>
    expect(issued(issue_date, today)).toEqual(first ? ['warning issue_date first-year'] : []),
  )

  it('does not begin before the license is issued', () => {
    expect(issued('2012-07-06', '2012-07-05')).toEqual(['error issue_date issue-in-future'])
  })
})
