import { describe, expect, it } from 'vitest'
import type { License } from '../../../core/license/field.ts'
import { carClasses } from '../../../core/license/parse/car-class.ts'
import { usualPolicy } from '../../../core/verdict/house-policy.ts'
import type { SchoolVerdict } from '../../../core/verdict/school.ts'
import { verdictOf } from '../../../core/verdict/verdict.ts'
import { drivable } from '../../../core/verdict/coverage.ts'
import { readAs, recordWith, today } from '../license/sample.ts'

function judged(changes: Partial<License>, confidence = 0.99): SchoolVerdict {
  const read = Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [field, readAs(value, confidence)]),
  )
  const purpose = { kind: 'school' } as const
  const listed = () => null
  const verdict = verdictOf(recordWith(read), { today, purpose, policy: usualPolicy, listed })
  if (verdict?.kind !== 'school') throw new Error('no verdict on a course')
  return verdict
}

const openingOf = (changes: Partial<License>, target: string): unknown =>
  judged(changes).courses.find((course) => course.target === target)?.opening

const issued = (issue_date: string): Partial<License> => ({ issue_date, valid_from: issue_date })

describe('a course', () => {
  it('is told of every class that the card does not include, those open now first', () => {
    const { courses, light } = judged({})
    const has = drivable(['C1'])
    const told = courses.map(({ target }) => target)
    expect(told.toSorted()).toEqual(carClasses.filter((code) => !has.has(code)).toSorted())
    const kinds = courses.map(({ opening }) => opening.kind)
    const last = kinds.lastIndexOf('now')
    expect(kinds.slice(0, last + 1).every((kind) => kind === 'now')).toBe(true)
    expect(light).toBe('green')
  })

  it.each([
    // Held since 2012-07-06, born on 1990-12-21, today is 2021-03-15.
    ['C1', 'C6', { kind: 'now' }],
    ['C1', 'B1', { kind: 'now' }],
    ['C1', 'A3', { kind: 'now' }],
    ['C1', 'A1', { kind: 'class-missing', oneOf: ['A3', 'B1', 'B2', 'A2'] }],
    ['C1', 'A2', { kind: 'class-missing', oneOf: ['B1', 'B2', 'A1'] }],
    ['B2', 'A2', { kind: 'now' }],
    ['D', 'C6', { kind: 'class-missing', oneOf: ['C1', 'C2'] }],
  ] as const)('from %s to %s', (car_class, target, opening) => {
    expect(openingOf({ car_class }, target)).toEqual(opening)
  })

  it.each([
    ['C1', 'C6', '2020-03-15', { kind: 'now' }],
    ['C1', 'C6', '2020-03-16', { kind: 'from', date: '2021-03-16' }],
    ['C2', 'B1', '2020-03-17', { kind: 'from', date: '2022-03-17' }],
    ['B2', 'A1', '2020-03-17', { kind: 'from', date: '2023-03-17' }],
    ['A3', 'A1', '2020-03-17', { kind: 'from', date: '2022-03-17' }],
    ['A2', 'A1', '2020-03-17', { kind: 'from', date: '2021-03-17' }],
  ] as const)('from %s to %s, held since %s', (car_class, target, since, opening) => {
    expect(openingOf({ car_class, ...issued(since) }, target)).toEqual(opening)
  })

  it('opens at its age, and closes at another', () => {
    const born = (birth_date: string): Partial<License> => ({ birth_date })
    expect(openingOf({ ...born('2001-03-16'), ...issued('2019-03-16') }, 'B2')).toEqual({
      kind: 'from',
      date: '2021-03-16',
    })
    expect(openingOf({ ...born('2001-03-15'), ...issued('2019-03-16') }, 'B2')).toEqual({
      kind: 'now',
    })
    expect(openingOf(born('1958-03-16'), 'B2')).toEqual({ kind: 'now' })
    expect(openingOf(born('1958-03-15'), 'B2')).toEqual({ kind: 'too-old', since: '2021-03-15' })
    // Old enough on the day on which the years are over.
    expect(openingOf({ ...born('1959-03-16'), ...issued('2020-03-16') }, 'B1')).toEqual({
      kind: 'too-old-then',
      since: '2022-03-16',
    })
  })

  it('says which class opens it, what no card shows, and where the first issue tells too little', () => {
    const { courses } = judged({ car_class: 'B1' })
    const a2 = courses.find(({ target }) => target === 'A2')
    expect(a2).toMatchObject({
      by: { held: 'B1', years: 2 },
      cleanCycles: 2,
      isHeldSinceUnknown: true,
    })
    const c6 = judged({}).courses.find(({ target }) => target === 'C6')
    expect(c6).toMatchObject({ by: { held: 'C1', years: 1 }, isHeldSinceUnknown: false })
  })

  it('waits for what must be looked at, and for a license that is over', () => {
    expect(judged({ issue_date: '2012-07-06' }, 0.4)).toMatchObject({
      light: 'amber',
      reasons: [{ kind: 'to-look-at', fields: ['issue_date'] }],
    })
    expect(judged({ valid_from: '2014-07-06', valid_to: '2020-07-06' })).toMatchObject({
      light: 'red',
      reasons: [{ kind: 'expired' }, { kind: 'to-look-at' }],
    })
    expect(judged({ valid_from: '2014-07-06', valid_to: '2020-07-06' }, 0.4)).toMatchObject({
      light: 'amber',
      reasons: [{ kind: 'expired', light: 'amber' }, { kind: 'to-look-at' }],
    })
    expect(judged({ birth_date: '' })).toMatchObject({ light: 'amber', courses: [] })
  })
})
