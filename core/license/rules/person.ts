import type { License } from '../field.ts'
import { type Finding, finding } from '../finding.ts'
import { lapses } from '../law.ts'
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

/** The classes are known ones, and none has lapsed by age: a note only, as the card may have been exchanged since. */
export function checkCarClass(
  { car_class, birth_date }: License,
  { today }: CheckContext,
): Finding[] {
  if (car_class === '') return []
  const classes = splitCarClass(car_class)
  if (classes === undefined) return [finding('error', 'car_class', 'unknown-class')]
  if (!isDate(birth_date)) return []
  const age = yearsBetween(birth_date, today)
  const lapsed = lapses.flatMap((lapse) =>
    age >= lapse.age ? classes.filter((code) => lapse.classes.includes(code)) : [],
  )
  if (lapsed.length === 0) return []
  return [
    finding('note', 'car_class', 'class-lapsed-by-age', {
      classes: lapsed.join(' '),
      age: String(age),
    }),
  ]
}
