import { isDate } from '../license/parse/date.ts'

/** What is needed of a record to know when its license expires. */
export interface Expiring {
  readonly id: string
  readonly name: string
  readonly idNumber: string
  readonly carClass: string
  /** A date, `长期` or `''`. */
  readonly validTo: string
  /** UTC instant, ISO 8601. */
  readonly readAt: string
}

/** A license that expires soon, and in how many days: 0 is today. */
export interface Renewal extends Expiring {
  readonly days: number
}

/** What a list of renewals can be sorted by. */
export type RenewalOrder = 'validTo' | 'name' | 'carClass' | 'readAt'

/** Gathers what expires within some days; of each person the license that was read last stands alone. */
export interface Renewals {
  /** @param record the newest first */
  add(record: Expiring): void
  /** The first to expire first. */
  all(): Renewal[]
}

/**
 * @param today `YYYY-MM-DD`
 * @param within 0 or more days from today, the last one counted in
 */
export function createRenewals(today: string, within: number): Renewals {
  const seen = new Set<string>()
  const due: Renewal[] = []
  return {
    add(record) {
      const person = record.idNumber.toUpperCase()
      // A number that was not read tells nobody apart.
      if (person !== '' && seen.has(person)) return
      if (person !== '') seen.add(person)
      if (!isDate(record.validTo)) return
      const days = daysBetween(today, record.validTo)
      if (days >= 0 && days <= within) due.push({ ...record, days })
    },
    all: () => sortRenewals(due, 'validTo'),
  }
}

const collator = new Intl.Collator('zh-u-co-pinyin')

/** What is alike in it stays by the day of expiry. */
export function sortRenewals(
  renewals: readonly Renewal[],
  order: RenewalOrder,
  isDescending = false,
): Renewal[] {
  const sign = isDescending ? -1 : 1
  return renewals.toSorted(
    (one, other) =>
      sign * compareBy(order, one, other) ||
      collator.compare(one.validTo, other.validTo) ||
      collator.compare(one.name, other.name),
  )
}

function compareBy(order: RenewalOrder, one: Renewal, other: Renewal): number {
  if (order === 'name') return collator.compare(one.name, other.name)
  return one[order] < other[order] ? -1 : one[order] > other[order] ? 1 : 0
}

const day = 86_400_000
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day)
