import type { FieldName } from '../license/field.ts'
import type { Language } from '../settings/settings.ts'
import type { Reason } from '../verdict/reason.ts'
import type { Course } from '../verdict/school.ts'
import { sayWith, type Words, wordsIn } from './words.ts'

/** Why a license does not go through as it is, and what to do, in one sentence. */
export function sayVerdictReason(reason: Reason, language: Language): string {
  const { kind, ...values } = reason
  if (kind === 'do-not-rent' && reason.note === '')
    return sayWith(language, 'verdict:because.do-not-rent-unreadable', {})
  const fields = 'fields' in values ? sayFields(values.fields, wordsIn(language)) : ''
  return sayWith(language, `verdict:because.${kind}`, { ...values, fields, count: countIn(reason) })
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
