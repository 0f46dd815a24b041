import { type FieldName, fieldNames } from '../license/field.ts'
import type { Rule } from '../license/finding.ts'
import type { LicenseRecord } from '../license/record.ts'
import { review, type ReviewReason } from '../license/review.ts'
import { type FieldCounts, noCounts, type TallyRow } from './tally.ts'

/** They tell of the license and not of how it was read: the value is right, and somebody should know of it. */
const aboutTheLicense: ReadonlySet<Rule> = new Set<Rule>([
  'expired',
  'expires-soon',
  'expires-in-rental',
  'first-year',
  'class-lapsed-by-age',
])

/**
 * What people found out about one reading.
 * @param day on which it was read, on the desk's calendar, `YYYY-MM-DD`
 */
export function countRecord(
  { reading, recognizer, decisions }: Pick<LicenseRecord, 'reading' | 'recognizer' | 'decisions'>,
  day: string,
): TallyRow {
  const { items } = review({ reading, decisions: {} }, { today: day })
  const doubted = new Set(
    items.filter(({ reasons }) => reasons.some(isAboutReading)).map(({ field }) => field),
  )
  const fields: Partial<Record<FieldName, FieldCounts>> = {}
  for (const field of fieldNames) {
    const became = fateOf(doubted.has(field), decisions[field]?.kind)
    if (became !== undefined) fields[field] = { ...noCounts, [became]: 1 }
  }
  const both = fieldNames.some((field) => (reading.fields[field].readBy?.length ?? 0) > 1)
  const way = both ? 'both' : (reading.recognizer ?? recognizer)
  return { from: startOf(day), way, licenses: 1, fields }
}

/** What is still to be looked at tells nothing yet. */
function fateOf(
  isDoubted: boolean,
  decided: 'confirmed' | 'corrected' | undefined,
): keyof FieldCounts | undefined {
  if (decided === 'corrected') return isDoubted ? 'caught' : 'slipped'
  if (!isDoubted) return 'quiet'
  return decided === 'confirmed' ? 'inVain' : undefined
}

const isAboutReading = (reason: ReviewReason): boolean =>
  reason.kind !== 'finding' || !aboutTheLicense.has(reason.finding.rule)

/** The Monday of its week, or the first of its month where that is later: weeks and months are both sums of it. */
export function startOf(day: string): string {
  const monday = mondayOf(day)
  const first = `${day.slice(0, 7)}-01`
  return monday > first ? monday : first
}

export function mondayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7))
  return at.toISOString().slice(0, 10)
}
