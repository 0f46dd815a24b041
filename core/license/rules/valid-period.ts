import type { License } from '../field.ts'
import { type Finding, finding } from '../finding.ts'
import { firstMonths, renewalDays, usualTerms } from '../law.ts'
import { addMonths, addYears, isDate } from '../parse/date.ts'
import type { CheckContext } from './context.ts'

/** The term, its anniversary, and whether the license is valid today and until a rented car comes back; 长期 always is. */
export function checkValidPeriod(license: License, context: CheckContext): Finding[] {
  return [
    ...checkTerm(license),
    ...checkExpiry(license, context),
    ...checkFirstYear(license, context),
  ]
}

function checkTerm({ issue_date, valid_from, valid_to }: License): Finding[] {
  if (!isDate(valid_from)) return []
  const findings: Finding[] = []
  if (isDate(issue_date) && valid_from > issue_date && !isAnniversary(issue_date, valid_from)) {
    const values = { issue: issue_date }
    findings.push(
      finding('warning', 'valid_from', 'valid-from-not-anniversary', values, ['issue_date']),
    )
  }
  if (!isDate(valid_to)) return findings
  if (valid_to <= valid_from)
    findings.push(finding('error', 'valid_to', 'valid-to-before-from', {}, ['valid_from']))
  else if (!usualTerms.some((years) => isAfterYears(valid_from, years, valid_to)))
    findings.push(finding('warning', 'valid_to', 'valid-term-unusual', {}, ['valid_from']))
  return findings
}

const isAnniversary = (first: string, later: string): boolean =>
  isAfterYears(first, Number(later.slice(0, 4)) - Number(first.slice(0, 4)), later)

/** Whether `end` is the same day `years` later; for 29 February both 28 February and 1 March are. */
function isAfterYears(start: string, years: number, end: string): boolean {
  if (addYears(start, years) === end) return true
  return start.endsWith('-02-29') && end === `${addYears(start, years).slice(0, 4)}-03-01`
}

function checkExpiry({ valid_to }: License, { today, returnDate }: CheckContext): Finding[] {
  if (!isDate(valid_to)) return []
  if (valid_to < today) return [finding('error', 'valid_to', 'expired', { date: valid_to })]
  if (returnDate !== undefined && valid_to < returnDate) {
    return [finding('warning', 'valid_to', 'expires-in-rental', { date: valid_to, returnDate })]
  }
  const days = daysBetween(today, valid_to)
  return days <= renewalDays
    ? [finding('note', 'valid_to', 'expires-soon', { days: String(days) })]
    : []
}

function checkFirstYear({ issue_date }: License, { today }: CheckContext): Finding[] {
  if (!isDate(issue_date) || issue_date > today) return []
  const over = addMonths(issue_date, firstMonths)
  return today < over ? [finding('warning', 'issue_date', 'first-year', { until: over })] : []
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
