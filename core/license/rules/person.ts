import type { License } from '../field.ts'
import { type Finding, finding } from '../finding.ts'
import { splitCarClass } from '../parse/car-class.ts'
import { isDate, yearsBetween } from '../parse/date.ts'
import type { CheckContext } from './context.ts'

const chineseName = /^\p{Script=Han}+(·\p{Script=Han}+)*$/u
const latinName = /^\p{Script=Latin}[\p{Script=Latin} .,'-]*$/u

/** Name and sex hold what a name and a sex can hold. */
export function checkPerson({ name, sex }: License): Finding[] {
  const findings: Finding[] = []
  if (name !== '' && !chineseName.test(name) && !latinName.test(name))
    findings.push(finding('warning', 'name', 'name-mixed'))
  if ([...name].length === 1) findings.push(finding('warning', 'name', 'name-short'))
  if (sex !== '' && sex !== '男' && sex !== '女')
    findings.push(finding('warning', 'sex', 'sex-unknown'))
  return findings
}

/** Ages at which classes lapse, since 2025; only weak sources support them, so this is a note. */
const lapses: readonly (readonly [age: number, classes: readonly string[]])[] = [
  [63, ['A1', 'A2', 'A3', 'B1', 'B2', 'N', 'P']],
  [70, ['D', 'E', 'C6']],
]

/** The classes are known ones, and none has lapsed by age. */
export function checkCarClass(
  { car_class, birth_date }: License,
  { today }: CheckContext,
): Finding[] {
  if (car_class === '') return []
  const classes = splitCarClass(car_class)
  if (classes === undefined) return [finding('error', 'car_class', 'unknown-class')]
  if (!isDate(birth_date)) return []
  const age = yearsBetween(birth_date, today)
  const lapsed = lapses.flatMap(([limit, codes]) =>
    age >= limit ? classes.filter((code) => codes.includes(code)) : [],
  )
  if (lapsed.length === 0) return []
  return [
    finding('note', 'car_class', 'class-lapsed-by-age', {
      classes: lapsed.join(' '),
      age: String(age),
    }),
  ]
}
