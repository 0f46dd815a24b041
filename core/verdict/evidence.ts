import { type FieldName, fieldNames, type License } from '../license/field.ts'
import type { Finding, Rule } from '../license/finding.ts'
import type { LicenseRecord } from '../license/record.ts'
import type { ReviewReason } from '../license/review.ts'

/** What a verdict is made from: a license as it stands, and what is still open about it. */
export interface Evidence {
  readonly license: License
  readonly findings: readonly Finding[]
  /** The fields that a person must still look at, and why. */
  readonly look: ReadonlyMap<FieldName, readonly ReviewReason[]>
  readonly medium: LicenseRecord['reading']['medium']
}

/** What these say is true of the holder, and no doubt of what was read. */
const circumstances: ReadonlySet<Rule> = new Set([
  'expired',
  'expires-in-rental',
  'expires-soon',
  'first-year',
])

const isCircumstance = (rule: Rule): boolean => circumstances.has(rule)

/** Those of the given fields that a person must still look at, for whatever reason. */
export const openAmong = (fields: readonly FieldName[], { look }: Evidence): FieldName[] =>
  fields.filter((field) => look.has(field))

/** Whether what was read in a field is doubted: then nothing that rests on it alone is a reason to refuse. */
export const isDoubted = (field: FieldName, { look }: Evidence): boolean =>
  look
    .get(field)
    ?.some((reason) => reason.kind !== 'finding' || !isCircumstance(reason.finding.rule)) === true

/** Those of the given fields that cannot be right together, where nobody has to look at any of them any more. */
export function contradictedAmong(
  fields: readonly FieldName[],
  { findings, look }: Evidence,
): FieldName[] {
  const wrong = findings
    .filter(({ severity, rule }) => severity === 'error' && !isCircumstance(rule))
    .map(({ field, comparedWith = [] }) => [field, ...comparedWith])
    .filter((together) => !together.some((field) => look.has(field)))
  const named = new Set(wrong.flat())
  return fieldNames.filter((field) => fields.includes(field) && named.has(field))
}
