import type { FieldName, License } from '../field.ts'
import { type Finding, finding } from '../finding.ts'
import { fromSixteen } from '../law.ts'
import { splitCarClass } from '../parse/car-class.ts'
import { isDate, yearsBetween } from '../parse/date.ts'
import { longTerm } from '../parse/valid-period.ts'
import type { CheckContext } from './context.ts'

const dateFields = [
  'birth_date',
  'issue_date',
  'valid_from',
  'valid_to',
] as const satisfies FieldName[]

/** Every date is a day of the calendar, and they follow each other as a life does. */
export function checkDates(license: License, { today }: CheckContext): Finding[] {
  const { birth_date, issue_date, valid_from } = license
  const findings = dateFields
    .filter((field) => license[field] !== '' && !isDate(license[field]))
    .filter((field) => field !== 'valid_to' || license[field] !== longTerm)
    .map((field) => finding('error', field, 'not-a-date'))
  if (isDate(issue_date) && issue_date > today)
    findings.push(finding('error', 'issue_date', 'issue-in-future'))
  if (isDate(birth_date) && isDate(issue_date)) findings.push(...checkAgeAtIssue(license))
  if (isDate(issue_date) && isDate(valid_from) && valid_from < issue_date) {
    const values = { issue: issue_date }
    findings.push(finding('error', 'valid_from', 'valid-from-before-issue', values, ['issue_date']))
  }
  if (isDate(valid_from) && valid_from > today)
    findings.push(finding('warning', 'valid_from', 'valid-from-in-future'))
  return findings
}

function checkAgeAtIssue({ birth_date, issue_date, car_class }: License): Finding[] {
  if (birth_date >= issue_date)
    return [finding('error', 'birth_date', 'birth-after-issue', {}, ['issue_date'])]
  const age = yearsBetween(birth_date, issue_date)
  const least =
    splitCarClass(car_class)?.some((code) => fromSixteen.includes(code)) === true ? 16 : 18
  return age < least
    ? [finding('warning', 'issue_date', 'issue-before-age', { age: String(age) }, ['birth_date'])]
    : []
}
