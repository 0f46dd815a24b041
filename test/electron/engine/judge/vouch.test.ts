import { describe, expect, test } from 'vitest'
import type { FieldName } from '../../../../core/license/field.ts'
import { judgeMainPage } from '../../../../electron/engine/judge/judge-main-page.ts'
import type { MainPage } from '../../../../electron/engine/read/read-main-page.ts'
import { legal, mainPageOf } from './main-page-of.ts'

/** How sure the least sure character of a field is after all have spoken. */
function sureness(field: FieldName, but: Partial<MainPage> = {}): number {
  const { characters } = judgeMainPage(mainPageOf(but)).fields[field]
  return Math.min(...characters.map(({ confidence }) => confidence))
}

/** Each character of the fields was seen with 0.9. */
const alone = 0.9

describe('fields make each other surer', () => {
  test('a check character that fits, every digit of the number', () => {
    expect(sureness('id_num')).toBeGreaterThan(0.99)
    const unsound = legal('110105194912310021')
    expect(sureness('id_num', { number: unsound, soundNumber: unsound })).toBe(alone)
  })

  test('the number and the day of birth, where both say the same', () => {
    const digits = judgeMainPage(mainPageOf()).fields.birth_date.characters.filter(
      ({ text }) => text !== '-',
    )
    expect(Math.min(...digits.map(({ confidence }) => confidence))).toBeGreaterThan(0.998)
    expect(sureness('birth_date', { birth: legal('1949-12-30') })).toBe(alone)
    expect(sureness('birth_date', { number: legal('110105194912310021') })).toBe(alone)
  })

  test('the number and the sex', () => {
    expect(sureness('sex')).toBeCloseTo(0.95)
    expect(sureness('sex', { sex: legal('男') })).toBe(alone)
  })

  test('both ends of a period of six or ten years', () => {
    const digits = (but: Partial<MainPage>) =>
      judgeMainPage(mainPageOf(but)).fields.valid_to.characters.filter(({ text }) => text !== '-')
    const least = (but: Partial<MainPage>): number =>
      Math.min(...digits(but).map(({ confidence }) => confidence))
    expect(least({})).toBeCloseTo(0.99)
    expect(least({ currentPeriod: legal('2018-07-06至2024-07-06') })).toBeCloseTo(0.99)
    expect(least({ currentPeriod: legal('2018-07-06至2026-07-06') })).toBe(alone)
    expect(least({ currentPeriod: legal('2018-07-06至2028-07-08') })).toBe(alone)
  })

  test('the first issue and the start, of the day alone', () => {
    const { characters } = judgeMainPage(mainPageOf()).fields.issue_date
    const sure = characters.map(({ confidence }) => Math.round(confidence * 100) / 100)
    expect(sure).toEqual([0.9, 0.9, 0.9, 0.9, 0.9, 0.99, 0.99, 0.99, 0.99, 0.99])
    expect(sureness('issue_date', { issue: legal('1990-07-08') })).toBe(alone)
  })

  test('none of them is changed', () => {
    const { fields } = judgeMainPage(
      mainPageOf({ birth: legal('1949-12-30'), sex: legal('男'), issue: legal('1990-07-08') }),
    )
    expect([fields.birth_date.value, fields.sex.value, fields.issue_date.value]).toEqual([
      '1949-12-30',
      '男',
      '1990-07-08',
    ])
  })
})
