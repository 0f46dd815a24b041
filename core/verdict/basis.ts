import { type FieldName, fieldNames, type License } from '../license/field.ts'
import type { LicenseRecord } from '../license/record.ts'
import { type Reviewable, reviewableOf, type ReviewReason } from '../license/review.ts'
import type { Evidence } from './evidence.ts'
import type { Light } from './reason.ts'
import { judgedOf, type VerdictContext } from './verdict.ts'

/**
 * Goes up with every change of what is read out of a record here, such as another least confidence: what was written
 * down before tells nothing any more. The test beside it notices such a change.
 */
export const basisEdition = 1

/** What the light of a verdict rests on, whatever the day: a record is some kilobytes, this is a line. */
export interface VerdictBasis {
  readonly license: License
  /**
   * A letter for each field, in the order of the card: `d` a person decided it, `m` nothing was found, `?` what was found
   * is in doubt, `-` none of these.
   */
  readonly standings: string
  readonly medium: Evidence['medium']
}

export function basisOf(record: Pick<LicenseRecord, 'reading' | 'decisions'>): VerdictBasis {
  const { license, decided, reasons } = reviewableOf(record)
  const standingOf = (field: FieldName): string => {
    const own = reasons.get(field)
    if (own === undefined) return decided.includes(field) ? 'd' : '-'
    return own.some(({ kind }) => kind === 'missing') ? 'm' : '?'
  }
  const standings = fieldNames.map(standingOf).join('')
  return { license, standings, medium: record.reading.medium }
}

/** The light of the verdict on the record; null where there is no verdict. */
export const lightOf = (basis: VerdictBasis, context: VerdictContext): Light | null =>
  judgedOf(reviewableFrom(basis), basis.medium, context).verdict?.light ?? null

function reviewableFrom({ license, standings }: VerdictBasis): Reviewable {
  const reasons = new Map<FieldName, readonly ReviewReason[]>()
  for (const [at, field] of fieldNames.entries()) {
    if (standings[at] === 'm') reasons.set(field, missing)
    if (standings[at] === '?') reasons.set(field, doubted)
  }
  return { license, decided: fieldNames.filter((_, at) => standings[at] === 'd'), reasons }
}

const missing: readonly ReviewReason[] = [{ kind: 'missing' }]
/** To a light, every doubt about what was read is the same. */
const doubted: readonly ReviewReason[] = [{ kind: 'derived' }]
