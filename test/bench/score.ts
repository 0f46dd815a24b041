import { type FieldName, fieldNames } from '../../core/license/field.ts'
import type { Reading } from '../../core/license/reading.ts'
import { type ReviewReason, review } from '../../core/license/review.ts'
import { lookedAtOn } from '../fixtures/cards/calendar.ts'
import type { Case, Kind } from './cases.ts'

/** How one field of one card came out. */
export interface Mark {
  readonly kind: Kind
  readonly seed: number
  readonly field: FieldName
  readonly truth: string
  readonly value: string
  readonly right: boolean
  /** Why a person must look at it; empty when it is not in review. */
  readonly reasons: readonly ReviewReason[]
}

/** Compares a reading with the truth, field by field, exactly; a card that failed has no field right and all in review. */
export function marksOf(card: Case, reading: Reading | undefined): Mark[] {
  const items = reading === undefined ? [] : reviewOf(reading)
  return fieldNames.map((field) => {
    const value = reading?.fields[field].value ?? ''
    const missing: ReviewReason[] = [{ kind: 'missing' }]
    return {
      kind: card.kind,
      seed: card.seed,
      field,
      truth: card.truth[field],
      value,
      right: value === card.truth[field],
      reasons:
        reading === undefined
          ? missing
          : (items.find((item) => item.field === field)?.reasons ?? []),
    }
  })
}

function reviewOf(reading: Reading) {
  const record = {
    id: 'bench',
    source: { path: '', name: '', page: 1 },
    recognizer: 'offline',
    reading,
    decisions: {},
    readAt: `${lookedAtOn}T00:00:00.000Z`,
    ms: 0,
  }
  return review(record, { today: lookedAtOn }).items
}

export const isSilent = ({ right, reasons }: Mark): boolean => !right && reasons.length === 0
export const isFalseAlarm = ({ right, reasons }: Mark): boolean => right && reasons.length > 0

/** Rules that speak of the license itself, such as that it expired: no alarm, however right the field was read. */
const truths = new Set(['expired', 'first-year', 'expires-in-rental'])

/** A field that was read right and is in review for nothing but what the license itself says. */
export const isTrueWord = (mark: Mark): boolean =>
  isFalseAlarm(mark) &&
  mark.reasons.every((reason) => reason.kind === 'finding' && truths.has(reason.finding.rule))

export const share = (marks: readonly Mark[], test: (mark: Mark) => boolean): number =>
  marks.length === 0 ? 0 : marks.filter(test).length / marks.length
