import type { FieldName } from './field.ts'
import type { Review, ReviewReason } from './review.ts'

/** What somebody may confirm of a license without looking at each field. */
export interface Confirmable {
  /** None that is empty, and none that cannot be right. */
  readonly values: readonly { readonly field: FieldName; readonly value: string }[]
  /** How many fields have to be looked at afterwards. */
  readonly left: number
}

export function confirmableIn({ license, items }: Pick<Review, 'license' | 'items'>): Confirmable {
  const values = items
    .filter(({ field, reasons }) => license[field] !== '' && reasons.every(isSound))
    .map(({ field }) => ({ field, value: license[field] }))
  return { values, left: items.length - values.length }
}

const isSound = (reason: ReviewReason): boolean =>
  reason.kind !== 'finding' || reason.finding.severity !== 'error'
