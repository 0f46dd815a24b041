import { usualTerms } from '../../../core/license/law.ts'
import { addYears, isDate } from '../../../core/license/parse/date.ts'
import { birthDateOf, isSoundIdNumber } from '../../../core/license/parse/id-number.ts'
import { longTerm } from '../../../core/license/parse/valid-period.ts'
import { textAlone } from '../legal/automaton.ts'
import { decodeLegal } from '../legal/decode-legal.ts'
import type { LegalValue, MainPage } from '../read/read-main-page.ts'
import { isUsualTerm } from './period.ts'

/** How seldom a card says such a thing, as natural logarithms: against what is seen clearly they can do nothing. */
const against = {
  /** Another birth date than its number, of which the check character fits. */
  otherBirth: 6,
  /** That it is valid for other than 6 or 10 years. */
  unusualTerm: 6,
  /** That it is valid for good before the usual terms are over. */
  earlyLongTerm: 6,
  /** That it is valid from before it was first issued. */
  beforeIssue: 6,
  /** That it is valid from another day of the year than that of its first issue. */
  otherDay: 3,
} as const

/**
 * The page with dates that go together, where those that are likeliest each by itself do not and others are nearly as
 * likely. What is taken instead is not what the network read by itself, and is doubted for that.
 */
export function withAgreeingDates(page: MainPage): MainPage {
  const isOld = page.oldPeriod.reading.score > page.currentPeriod.reading.score
  const row = isOld ? 'oldPeriod' : 'currentPeriod'
  const { issue, period } = agreeing(page.issue, page[row])
  return { ...page, birth: bornAsNumbered(page), issue, [row]: period }
}

function bornAsNumbered({ birth, number: { reading } }: MainPage): LegalValue {
  const numbered = isSoundIdNumber(reading.text) ? birthDateOf(reading.text) : ''
  if (birth.reading.text === '' || numbered === '') return birth
  const instead = saying(birth, numbered)
  return instead.reading.score > birth.reading.score - against.otherBirth ? instead : birth
}

/** The last row: what the form prints before its dates, when the license begins, what stands between, and its end or term. */
const lastRow = /^(\D*)(\d{4}-\d\d-\d\d)(至|有效期限)(.+)$/

/** Of all days of issue and periods that may be meant the two that are likeliest together. */
function agreeing(
  issue: LegalValue,
  period: LegalValue,
): { readonly issue: LegalValue; readonly period: LegalValue } {
  const issued = issue.reading.text
  const [, before = '', from = '', between = '', end = ''] = lastRow.exec(period.reading.text) ?? []
  if (unlikeliness(issued, from, end) === 0) return { issue, period }
  const isDated = isDate(end)
  const endsAfter = (begin: string): string[] => {
    if (isDated) return usualTerms.map((years) => addYears(begin, years))
    if (end !== longTerm) return []
    return usualTerms.map((years) => (between === '至' ? addYears(begin, years) : `${years}年`))
  }
  const begins = [from, ...(isDated ? usualTerms.map((years) => addYears(end, -years)) : [])]
  const beginnings = begins.flatMap((begin) => [begin, ...onDayOf(issued, begin)])
  const issues = [issued, ...begins.flatMap((begin) => onDayOf(begin, issued))]
  const pairs = beginnings.flatMap((begin) =>
    [end, ...endsAfter(begin)].map((ending) => ({
      period: saying(period, before + begin + between + ending),
      unlikeliness: (day: string) => unlikeliness(day, begin, ending),
    })),
  )
  const together = issues.flatMap((day) => {
    const said = saying(issue, day)
    return pairs.map((pair) => ({
      issue: said,
      period: pair.period,
      score: said.reading.score + pair.period.reading.score - pair.unlikeliness(day),
    }))
  })
  return together.reduce((best, other) => (other.score > best.score ? other : best))
}

/** A license is valid for the usual terms, one after the other, before it is valid for good. */
const beforeLongTerm = usualTerms.reduce((sum, years) => sum + years, 0)

/** How seldom the seldomest is of what such dates say. */
function unlikeliness(issued: string, from: string, end: string): number {
  const isUnusual = isDate(end) && !isUsualTerm(from, end)
  const isBoth = issued !== '' && from !== ''
  const isEarly = isBoth && end === longTerm && from < addYears(issued, beforeLongTerm)
  return Math.max(
    isUnusual ? against.unusualTerm : 0,
    isEarly ? against.earlyLongTerm : 0,
    isBoth && from < issued ? against.beforeIssue : 0,
    isBoth && from.slice(4) !== issued.slice(4) ? against.otherDay : 0,
  )
}

/** A date on the day of the year of another, where there is such a day. */
const onDayOf = (day: string, date: string): string[] =>
  [date.slice(0, 4) + day.slice(4)].filter((moved) => moved !== date && isDate(moved))

/** What is seen at a place taken for just this text. */
const saying = (value: LegalValue, text: string): LegalValue =>
  text === value.reading.text
    ? value
    : { ...value, reading: decodeLegal(textAlone(text), value.strip.scores) }
