import { byText } from '../../core/records/order.ts'
import { readersOf } from '../../core/records/match.ts'
import type { Readers } from '../../core/records/query.ts'
import { licenseOf } from '../../core/license/record.ts'
import type { Light } from '../../core/verdict/reason.ts'
import { localDay } from './instants.ts'
import type { Row } from './rows.ts'

export const listOrders = ['arrival', 'newest', 'name', 'number', 'expiry'] as const
type ListOrder = (typeof listOrders)[number]

/** The verdict on a line of the list; null where there is none. */
export type VerdictOf = (row: Row) => Light | null

/** Which lines are shown besides what the search and the state let through, and in which order. */
export interface Listing {
  readonly order: ListOrder
  /** Days on the wall, `YYYY-MM-DD`, both included; `''` where nothing is asked. */
  readonly from: string
  readonly to: string
  readonly readers: Readers | 'all'
  readonly verdict: Light | 'all'
}

export const plainListing: Listing = {
  order: 'arrival',
  from: '',
  to: '',
  readers: 'all',
  verdict: 'all',
}

/** How many things are asked, besides the order. */
export const countAsked = ({ from, to, readers, verdict }: Listing): number =>
  Number(from !== '' || to !== '') + Number(readers !== 'all') + Number(verdict !== 'all')

export function listed(
  rows: readonly Row[],
  listing: Listing,
  verdictOf: VerdictOf,
): readonly Row[] {
  const wanted = countAsked(listing) === 0 ? rows : rows.filter(isWanted(listing, verdictOf))
  return inListOrder(wanted, listing.order)
}

const isWanted =
  ({ from, to, readers, verdict }: Listing, verdictOf: VerdictOf) =>
  (row: Row): boolean => {
    const { record } = row
    const day = record === null ? '' : localDay(record.readAt)
    return (
      (from === '' || day >= from) &&
      (to === '' || (day !== '' && day <= to)) &&
      (readers === 'all' || (record !== null && readersOf(record) === readers)) &&
      (verdict === 'all' || verdictOf(row) === verdict)
    )
  }

function inListOrder(rows: readonly Row[], order: ListOrder): readonly Row[] {
  if (order === 'arrival') return rows
  if (order === 'name') return byText(rows, ({ name }) => name)
  const keyed = rows.map((row) => ({ row, key: keyOf(row, order) }))
  return keyed
    .toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ row }) => row)
}

/** What comes first has the least; what has none comes last. */
function keyOf({ record }: Row, order: 'newest' | 'number' | 'expiry'): string {
  if (record === null) return last
  if (order === 'newest') return String(9e15 - Date.parse(record.readAt))
  const license = licenseOf(record)
  return (order === 'number' ? license.id_num : license.valid_to) || last
}

const last = '\u{10FFFF}'
