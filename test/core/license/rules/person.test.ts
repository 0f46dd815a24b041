import { describe, expect, it } from 'vitest'
import { checkCarClass } from '../../../../core/license/rules/person.ts'
import { findingsOf, licenseWith } from '../sample.ts'

describe('a name', () => {
  it.each([
    '张三',
    '欧阳小明',
    '阿卜杜·热合曼',
    '买买提·吐尔逊·艾力',
    '𠮷三',
    'JOHANN MICHAEL SCHNEIDER',
    "O'BRIEN, MARY-ANN T.",
    'JOSÉ',
  ])('can be %s', (name) => expect(findingsOf({ name })).toEqual([]))

  it.each(['张San', '张3', '张三·', '·张三', '张··三', '张 三', '张-三', 'ANNA3', ' ANNA'])(
    'is odd as %j',
    (name) => expect(findingsOf({ name })).toEqual(['warning name name-mixed']),
  )

  it('is short with one character, also with one of two code units', () => {
    expect(findingsOf({ name: '张' })).toEqual(['warning name name-short'])
    expect(findingsOf({ name: '𠮷' })).toEqual(['warning name name-short'])
  })
})

describe('a sex', () => {
  it('is 男, 女 or not known', () => {
    expect(findingsOf({ sex: '男' })).toEqual([])
    expect(findingsOf({ sex: '' })).toEqual([])
    expect(findingsOf({ sex: 'M' })).toEqual(['warning sex sex-unknown'])
  })
})

describe('classes by age', () => {
  const noted = (car_class: string, birth_date: string, today: string) =>
    checkCarClass(licenseWith({ car_class, birth_date }), { today })

  it.each([
    ['A1', '1958-03-16', '2021-03-15', ''],
    ['A1', '1958-03-15', '2021-03-15', 'A1'],
    ['A1A2A3B1B2NP', '1958-03-15', '2021-03-15', 'A1 A2 A3 B1 B2 N P'],
    ['C1D', '1958-03-15', '2021-03-15', ''],
    ['C1D', '1951-03-16', '2021-03-15', ''],
    ['C1D', '1951-03-15', '2021-03-15', 'D'],
    ['A2C6E', '1951-03-15', '2021-03-15', 'A2 C6 E'],
    ['C1', '1930-03-15', '2021-03-15', ''],
    ['A1', '1960-02-29', '2023-02-28', ''],
    ['A1', '1960-02-29', '2023-03-01', 'A1'],
    ['A1', '', '2021-03-15', ''],
  ])('%s, born %s, on %s: %j', (car_class, birth_date, today, classes) => {
    const found = noted(car_class, birth_date, today)
    expect(found.map(({ values }) => values.classes)).toEqual(classes === '' ? [] : [classes])
    expect(
      found.every(({ severity, rule }) => severity === 'note' && rule === 'class-lapsed-by-age'),
    ).toBe(true)
  })

  it('must be known', () => {
    for (const car_class of ['C9', 'c1', 'C1 D', 'C1C1', '6年'])
      expect(findingsOf({ car_class })).toEqual(['error car_class unknown-class'])
    for (const car_class of ['A1A2', 'B2D', '']) expect(findingsOf({ car_class })).toEqual([])
  })
})
