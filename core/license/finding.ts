import type { FieldName } from './field.ts'

/** Every rule that a license is checked by. */
export const rules = [
  'id-length',
  'id-form',
  'id-checksum',
  'id-birth-date',
  'id-birth-mismatch',
  'id-sex-mismatch',
  'id-region-unknown',
  'not-a-date',
  'birth-after-issue',
  'issue-in-future',
  'issue-before-age',
  'valid-from-before-issue',
  'valid-from-in-future',
  'valid-from-not-anniversary',
  'valid-term-unusual',
  'valid-to-before-from',
  'expired',
  'expires-in-rental',
  'expires-soon',
  'first-year',
  'unknown-class',
  'class-lapsed-by-age',
  'name-mixed',
  'name-short',
  'sex-unknown',
  'region-address-differ',
  'region-seal-differ',
  'address-seal-differ',
  'address-overprinted',
  'read-before',
] as const

export type Rule = (typeof rules)[number]

/** `error`: cannot be right. `warning`: look at it. `note`: worth knowing, asks for nothing. */
export type Severity = 'error' | 'warning' | 'note'

/** What a rule says about one field; the words for people are made from `rule` and `values`. */
export interface Finding {
  readonly field: FieldName
  /** The fields that `field` was compared with, where it was: one of them may be what is wrong. */
  readonly comparedWith?: readonly FieldName[]
  readonly rule: Rule
  readonly severity: Severity
  /** Values that the sentence needs, such as the expected check character or a date. */
  readonly values: Readonly<Record<string, string>>
}

export const finding = (
  severity: Severity,
  field: FieldName,
  rule: Rule,
  values: Readonly<Record<string, string>> = {},
  comparedWith: readonly FieldName[] = [],
): Finding => ({ field, comparedWith, rule, severity, values })
