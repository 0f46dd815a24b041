import type { FieldName, License } from '../license/field.ts'
import { applicationAges, neverFirst, upgrades, usualCleanCycles } from '../license/law.ts'
import { type CarClass, carClasses, splitCarClass } from '../license/parse/car-class.ts'
import { addYears, isDate } from '../license/parse/date.ts'
import { drivable } from './coverage.ts'
import { contradictedAmong, type Evidence, isDoubted, openAmong } from './evidence.ts'
import type { Light, Reason, Weighed } from './reason.ts'

/** When somebody may apply for a class, as far as the card tells. Dates are `YYYY-MM-DD`. */
type Opening =
  | { readonly kind: 'now' }
  | { readonly kind: 'from'; readonly date: string }
  | { readonly kind: 'too-old'; readonly since: string }
  /** Too old from a day on before all else is fulfilled. */
  | { readonly kind: 'too-old-then'; readonly since: string }
  /** None of these is on the card. */
  | { readonly kind: 'class-missing'; readonly oneOf: readonly CarClass[] }

/** One class that can be added to the card. */
export interface Course {
  readonly target: CarClass
  readonly opening: Opening
  /** The class that opens it, and the years it has to be held; nothing where age alone does. */
  readonly by: { readonly held: CarClass; readonly years: number } | undefined
  /** Whether the held class is one that came later than the first issue: the true day is later then. */
  readonly isHeldSinceUnknown: boolean
  /** Scoring cycles in a row without twelve points, which no card shows. */
  readonly cleanCycles: number
}

/** What is asked for and no card shows. */
export const notOnCard = ['points', 'class-dates', 'medical', 'suspended'] as const

export type NotOnCard = (typeof notOnCard)[number]

export interface SchoolVerdict {
  readonly kind: 'school'
  /** Green where a course is open now, amber where something is to be looked at first, red where none is open. */
  readonly light: Light
  readonly reasons: readonly Weighed[]
  /** Those open now first, then by their day. */
  readonly courses: readonly Course[]
}

const mattering: readonly FieldName[] = ['birth_date', 'issue_date', 'car_class', 'valid_to']

/** Which classes can be added to a license, now or from which day on. */
export function judgeSchool(evidence: Evidence, today: string): SchoolVerdict {
  const { license, look } = evidence
  const isKnown = isDate(license.birth_date) && isDate(license.issue_date)
  const held = splitCarClass(license.car_class)
  const courses = isKnown && held !== undefined ? coursesOf(license, held, today) : []
  const missing = mattering.filter((field) => license[field] === '' && !look.has(field))
  const open = openAmong(mattering, evidence)
  const against = contradictedAmong(mattering, evidence)
  const isOver = isDate(license.valid_to) && license.valid_to < today
  const told: readonly (Reason & { readonly isSaid: boolean })[] = [
    { kind: 'expired', date: license.valid_to, isSaid: isOver },
    { kind: 'to-look-at', fields: open, isSaid: open.length > 0 },
    { kind: 'not-known', fields: missing, isSaid: missing.length > 0 },
    { kind: 'does-not-agree', fields: against, isSaid: against.length > 0 },
  ]
  const isSure = !isDoubted('valid_to', evidence)
  const reasons = told
    .filter(({ isSaid }) => isSaid)
    .map(({ isSaid: _isSaid, ...reason }): Weighed => {
      const isRed = reason.kind === 'expired' && isSure
      return { ...reason, light: isRed ? 'red' : 'amber' }
    })
  const isOpenNow = courses.some(({ opening }) => opening.kind === 'now')
  const light = reasons[0]?.light ?? (isOpenNow ? 'green' : 'red')
  return { kind: 'school', light, reasons, courses }
}

function coursesOf(license: License, held: readonly CarClass[], today: string): Course[] {
  const has = drivable(held)
  return carClasses
    .filter((target) => !has.has(target))
    .map((target) => courseOf(target, license, has, today))
    .toSorted(
      (one, other) => ranks[one.opening.kind] - ranks[other.opening.kind] || byDay(one, other),
    )
}

const ranks = {
  now: 0,
  from: 1,
  'class-missing': 2,
  'too-old-then': 3,
  'too-old': 4,
} as const satisfies Record<Opening['kind'], number>

const byDay = ({ opening: one }: Course, { opening: other }: Course): number => {
  if (one.kind !== 'from' || other.kind !== 'from' || one.date === other.date) return 0
  return one.date < other.date ? -1 : 1
}

function courseOf(
  target: CarClass,
  { birth_date: born, issue_date: issued }: License,
  has: ReadonlySet<CarClass>,
  today: string,
): Course {
  const upgrade = upgrades[target]
  const ways = upgrade?.oneOf.flatMap(({ classes, years }) =>
    classes.filter((code) => has.has(code)).map((code) => ({ held: code, years })),
  )
  const by = ways?.toSorted(
    (one, other) => one.years - other.years || sureOf(one) - sureOf(other),
  )[0]
  const isHeldSinceUnknown = by !== undefined && sureOf(by) === 1
  const cleanCycles = upgrade?.cleanCycles ?? usualCleanCycles
  const course = { target, by, isHeldSinceUnknown, cleanCycles }
  const { from, before } = applicationAges[target]
  const oldEnough = addYears(born, from)
  const since = before === undefined ? undefined : addYears(born, before)
  const heldEnough = by === undefined ? oldEnough : addYears(issued, by.years)
  const date = oldEnough > heldEnough ? oldEnough : heldEnough
  if (since !== undefined && today >= since)
    return { ...course, opening: { kind: 'too-old', since } }
  if (upgrade !== undefined && by === undefined) {
    const oneOf = upgrade.oneOf.flatMap(({ classes }) => classes)
    return { ...course, opening: { kind: 'class-missing', oneOf } }
  }
  if (since !== undefined && date >= since)
    return { ...course, opening: { kind: 'too-old-then', since } }
  return { ...course, opening: date <= today ? { kind: 'now' } : { kind: 'from', date } }
}

const sureOf = ({ held }: { readonly held: CarClass }): 0 | 1 => (neverFirst.includes(held) ? 1 : 0)
