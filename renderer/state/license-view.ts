import type { FieldName, License } from '../../core/license/field.ts'
import type { Finding } from '../../core/license/finding.ts'
import { type LicenseRecord, licenseOf } from '../../core/license/record.ts'
import { review, type ReviewReason } from '../../core/license/review.ts'
import { check } from '../../core/license/rules/check.ts'
import { checkReadBefore } from '../../core/license/rules/read-before.ts'
import type { CheckContext } from '../../core/license/rules/context.ts'
import type { Drafts } from './drafts.ts'
import { normalizeTyped } from './normalize-typed.ts'

/** What the screen shows of one license. */
export interface LicenseView {
  readonly license: License
  readonly findings: readonly Finding[]
  /** The fields that a person must still look at, in the order of the card, and why. */
  readonly look: ReadonlyMap<FieldName, readonly ReviewReason[]>
}

interface Known {
  readonly today: string
  readonly returnDate: string | undefined
  readonly view: LicenseView
}

const known = new WeakMap<LicenseRecord, Known>()

/**
 * Checked once a record and day.
 * @param returnDate the day a rented car comes back, where rentals are judged
 */
export function viewOf(record: LicenseRecord, today: string, returnDate?: string): LicenseView {
  const before = known.get(record)
  if (before?.today === today && before.returnDate === returnDate) return before.view
  const { license, findings, items } = review(record, contextOf(today, returnDate))
  const look = new Map(items.map(({ field, reasons }) => [field, reasons]))
  const view = { license, findings, look }
  known.set(record, { today, returnDate, view })
  return view
}

/** With a note on every field that has changed since the holder was read last. */
export const sinceBefore = (view: LicenseView, today: string, before: License): LicenseView => ({
  ...view,
  findings: [...view.findings, ...checkReadBefore(view.license, { today, before })],
})

/** The same while something is typed: the rules answer at once, what must be looked at stays. */
export function viewWhileTyping(
  record: LicenseRecord,
  today: string,
  drafts: Drafts,
  returnDate?: string,
): LicenseView {
  const values = drafts.map(({ field, typed }) => [field, normalizeTyped(field, typed)])
  const license = { ...licenseOf(record), ...Object.fromEntries(values) }
  const findings = check(license, contextOf(today, returnDate))
  return { license, findings, look: viewOf(record, today, returnDate).look }
}

const contextOf = (today: string, returnDate: string | undefined): CheckContext =>
  returnDate === undefined ? { today } : { today, returnDate }
