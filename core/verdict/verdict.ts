import type { LicenseRecord } from '../license/record.ts'
import { type Review, type Reviewable, reviewableOf, reviewOf } from '../license/review.ts'
import { unreachable } from '../result.ts'
import type { Evidence } from './evidence.ts'
import { type HousePolicy, usualPolicy } from './house-policy.ts'
import type { Purpose } from './purpose.ts'
import { judgeRental, type Listed, type RentalVerdict } from './rental.ts'
import { judgeSchool, type SchoolVerdict } from './school.ts'

export type Verdict = RentalVerdict | SchoolVerdict

/** What licenses are judged by, whatever the day. */
export interface Judging {
  readonly purpose: Purpose
  readonly policy: HousePolicy
  /** Whether the holder of a number is on the house's do-not-rent list. */
  readonly listed: (idNumber: string) => Listed
}

export interface VerdictContext extends Judging {
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** For whoever looks at licenses for nothing in particular. */
export const notJudging: Judging = {
  purpose: { kind: 'none' },
  policy: usualPolicy,
  listed: () => null,
}

/** Nothing where licenses are looked at for nothing in particular, or the rental is not filled in yet. */
export function judge(evidence: Evidence, context: VerdictContext): Verdict | undefined {
  const { purpose, policy, today } = context
  switch (purpose.kind) {
    case 'none':
      return undefined
    case 'school':
      return judgeSchool(evidence, today)
    case 'rental': {
      const { wish } = purpose
      if (wish === null) return undefined
      const listed = context.listed(evidence.license.id_num)
      return judgeRental(evidence, { today, wish, policy, listed })
    }
    default:
      return unreachable(purpose)
  }
}

/** What the review of a record tells, as a verdict needs it. */
const evidenceOf = (
  { license, findings, items }: Review,
  medium: Evidence['medium'],
): Evidence => ({
  license,
  findings,
  look: new Map(items.map(({ field, reasons }) => [field, reasons])),
  medium,
})

/** The day a rented car comes back, which the rules on a license ask for; nothing where there is none. */
export const returnDateOf = (purpose: Purpose): { readonly returnDate?: string } =>
  purpose.kind === 'rental' && purpose.wish !== null ? { returnDate: purpose.wish.giveBack } : {}

export interface Judged {
  readonly review: Review
  readonly verdict: Verdict | undefined
}

/** The review of a record as it stands, and the verdict that rests on it. */
export function judged(
  record: Pick<LicenseRecord, 'reading' | 'decisions'>,
  context: VerdictContext,
): Judged {
  return judgedOf(reviewableOf(record), record.reading.medium, context)
}

/** The same where what a record rests on is known already. */
export function judgedOf(
  reviewable: Reviewable,
  medium: Evidence['medium'],
  context: VerdictContext,
): Judged {
  const { today, purpose } = context
  const reviewed = reviewOf(reviewable, { today, ...returnDateOf(purpose) })
  return { review: reviewed, verdict: judge(evidenceOf(reviewed, medium), context) }
}

export const verdictOf = (
  record: Pick<LicenseRecord, 'reading' | 'decisions'>,
  context: VerdictContext,
): Verdict | undefined => judged(record, context).verdict
