import { plainForms, withoutSpaces } from './characters.ts'
import { addYears, findDates } from './date.ts'

/** What `valid_to` says when a license does not expire. */
export const longTerm = '长期'

/** How long a license is valid on an old card: a number of years or 长期. */
export type Term = number | typeof longTerm

/** Both ends of the valid period, each `''` when not found. */
export interface ValidPeriod {
  readonly from: string
  readonly to: string
  /** `to` was inferred from a term such as `6年`. */
  readonly derived: boolean
}

/** A term such as `6年`, `10 年`, `1O年` or `长期`. */
export function parseTerm(text: string): Term | undefined {
  const plain = withoutSpaces(plainForms(text))
  if (/长期?$|^期$/.test(plain)) return longTerm
  const years = /(?<!\d)([1-9]|[1-9Il|][\dOo])年/.exec(plain)?.[1]
  return years === undefined ? undefined : Number(years.replace(/[Oo]/, '0').replace(/[Il|]/, '1'))
}

/** `2018-07-06 至 2024-07-06` or `2018-07-06 至 长期`; one date alone is the end when it stands behind 至. */
export function parseValidPeriod(text: string): ValidPeriod {
  const [first, second] = findDates(text)
  const until = text.indexOf('至')
  if (first !== undefined && second === undefined && until >= 0 && until < first.start)
    return { from: '', to: first.date, derived: false }
  return {
    from: first?.date ?? '',
    to: second?.date ?? (text.includes('长') ? longTerm : ''),
    derived: false,
  }
}

/** An old card's start and term. */
export function periodOfTerm(from: string, term: Term | undefined): ValidPeriod {
  if (term === longTerm) return { from, to: longTerm, derived: false }
  if (term === undefined || from === '') return { from, to: '', derived: false }
  return { from, to: addYears(from, term), derived: true }
}

/** What stands in a `valid_to` field of an answer: a date, 长期, or an old card's term with its start. */
export function parseValidTo(text: string, from: string): ValidPeriod {
  const date = findDates(text)[0]?.date
  return date === undefined
    ? periodOfTerm(from, parseTerm(text))
    : { from, to: date, derived: false }
}
