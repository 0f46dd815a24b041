import { describe, expect, it } from 'vitest'
import {
  parseTerm,
  parseValidPeriod,
  parseValidTo,
  periodOfTerm,
} from '../../../../core/license/parse/valid-period.ts'

describe('parseTerm', () => {
  it.each([
    ['6年', 6],
    ['10 年', 10],
    ['１０年', 10],
    ['1O年', 10],
    ['lO年', 10],
    ['有效期限 6年', 6],
    ['长期', '长期'],
    ['长 期', '长期'],
    ['长', '长期'],
    ['期', '长期'],
  ])('reads %j as %s', (text, term) => expect(parseTerm(text)).toBe(term))

  it.each(['', '年', '0年', '6', '2018年07月06日', '有效期限', '100年'])(
    'finds none in %j',
    (text) => expect(parseTerm(text)).toBeUndefined(),
  )
})

describe('parseValidPeriod', () => {
  it.each([
    ['2018-07-06 至 2024-07-06', '2018-07-06', '2024-07-06'],
    ['2018-07-06至2024-07-06', '2018-07-06', '2024-07-06'],
    ['20180706-20240706', '2018-07-06', '2024-07-06'],
    ['2018-07-06 至 长期', '2018-07-06', '长期'],
    ['2018-07-06 长', '2018-07-06', '长期'],
    ['至 2024-07-06', '', '2024-07-06'],
    ['2018-07-06 至', '2018-07-06', ''],
    ['2018-07-06', '2018-07-06', ''],
    ['至 长期', '', '长期'],
    ['', '', ''],
  ])('reads %j', (text, from, to) =>
    expect(parseValidPeriod(text)).toEqual({ from, to, derived: false }),
  )
})

describe('periodOfTerm', () => {
  it.each([
    ['2012-07-06', 6, '2018-07-06', true],
    ['2012-07-06', 10, '2022-07-06', true],
    ['2012-02-29', 6, '2018-02-28', true],
    ['2012-02-29', 4, '2016-02-29', true],
    ['2012-07-06', '长期', '长期', false],
    ['2012-07-06', undefined, '', false],
    ['', 6, '', false],
    ['', '长期', '长期', false],
  ] as const)('from %j for %s ends %j, derived: %s', (from, term, to, derived) =>
    expect(periodOfTerm(from, term)).toEqual({ from, to, derived }),
  )
})

describe('parseValidTo', () => {
  it.each([
    ['20240706', '2024-07-06', false],
    ['2024-07-06', '2024-07-06', false],
    ['长期', '长期', false],
    ['6年', '2024-07-06', true],
    ['', '', false],
  ])('after 2018-07-06, %j ends %j, derived: %s', (text, to, derived) =>
    expect(parseValidTo(text, '2018-07-06')).toEqual({ from: '2018-07-06', to, derived }),
  )
})
