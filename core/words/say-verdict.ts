import type { FieldName } from '../license/field.ts'
import type { Language } from '../settings/settings.ts'
import type { Reason } from '../verdict/reason.ts'
import type { Course, SchoolVerdict } from '../verdict/school.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { sayWith, type Words, wordsIn } from './words.ts'

/** Why a license does not go through as it is, and what to do, in one sentence. */
export function sayVerdictReason(reason: Reason, language: Language): string {
  const { kind, ...values } = reason
  if (kind === 'do-not-rent' && reason.note === '')
    return sayWith(language, 'verdict:because.do-not-rent-unreadable', {})
  const fields = 'fields' in values ? sayFields(values.fields, wordsIn(language)) : ''
  return sayWith(language, `verdict:because.${kind}`, { ...values, fields, count: countIn(reason) })
}

/**
 * All of them in one line, and of a course which classes are open now, for a table that leaves the desk: what colleagues
 * wrote on the do-not-rent list stays here.
 */
export function sayVerdictReasons(verdict: Verdict, language: Language): string {
  const say = wordsIn(language)
  const reasons = verdict.reasons.map((reason) =>
    reason.kind === 'do-not-rent'
      ? sayWith(language, 'verdict:because.do-not-rent-since', reason)
      : sayVerdictReason(reason, language),
  )
  const said = verdict.kind === 'school' ? [...reasons, ...sayOpenNow(verdict, say)] : reasons
  return said.join(language === 'zh' ? '' : ' ')
}

/** Nothing where the card does not tell. */
function sayOpenNow({ courses }: SchoolVerdict, say: Words): string[] {
  if (courses.length === 0) return []
  const open = courses.filter(({ opening }) => opening.kind === 'now').map(({ target }) => target)
  return [
    open.length > 0
      ? say('verdict:openNow', { classes: open.join(say('verdict:and')) })
      : say('verdict:noneOpen'),
  ]
}

function countIn(reason: Reason): number {
  if (reason.kind === 'licensed-too-short') return reason.least
  return reason.kind === 'expires-soon-after' ? reason.months : 0
}

const sayFields = (fields: readonly FieldName[], say: Words): string =>
  fields.map((field) => say(`card:field.${field}`)).join(say('verdict:and'))

/** When somebody may apply for a course. */
export function sayOpening({ opening }: Course, language: Language): string {
  const classes =
    opening.kind === 'class-missing' ? opening.oneOf.join(wordsIn(language)('verdict:or')) : ''
  return sayWith(language, `verdict:opening.${opening.kind}`, { ...opening, classes })
}

/** What opens a course, and what no card shows of that; `''` where it is age alone. */
export function sayTerms(
  { by, cleanCycles, isHeldSinceUnknown }: Course,
  language: Language,
): string {
  if (by === undefined) return ''
  const say = wordsIn(language)
  const { held, years } = by
  const pieces = [
    say('verdict:heldFor', { held, count: years }),
    say('verdict:cleanCycles', { count: cleanCycles }),
    ...(isHeldSinceUnknown ? [say('verdict:sinceFirstIssue', { held })] : []),
  ]
  return pieces.join(say('verdict:piece'))
}
