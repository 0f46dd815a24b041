import type { FieldName } from '../license/field.ts'
import type { LicenseRecord } from '../license/record.ts'
import type { Review } from '../license/review.ts'
import { doubtsAbout } from '../license/second-page.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** A record as it is exported. */
export interface ExportEntry {
  readonly record: LicenseRecord
  readonly review: Review
  /** Nothing where licenses are looked at for nothing in particular. */
  readonly verdict: Verdict | undefined
  /** When it was read, as the desk's clock shows it: `YYYY-MM-DD HH:MM`. */
  readonly readAt: string
}

/** The fields that nobody has looked at yet and that cannot be right, in the order of the card. */
export const errorsOf = ({ review }: Pick<ExportEntry, 'review'>): readonly FieldName[] =>
  review.items
    .filter(({ reasons }) =>
      reasons.some((reason) => reason.kind === 'finding' && reason.finding.severity === 'error'),
    )
    .map(({ field }) => field)

/** Whether nobody has to look at it any more. */
export const isReviewed = ({ review }: Pick<ExportEntry, 'review'>): boolean =>
  review.items.length === 0

/** Whether the second page has to be looked at: nothing there can be confirmed. */
export function isSecondPageDoubted({ record, review }: ExportEntry): boolean {
  const { secondPage } = record.reading
  return secondPage !== undefined && doubtsAbout(secondPage, review.license.id_num).length > 0
}
