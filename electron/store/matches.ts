import type { RecordMatch, RecordQuery, RecordsFound } from '../../core/records/query.ts'
import { byReadAt, inOrder } from '../../core/records/order.ts'

/** Whether a record is one person's. */
export const isOf =
  (person: string) =>
  ({ idNumber }: Pick<RecordMatch, 'idNumber'>): boolean =>
    person.toUpperCase() === idNumber.toUpperCase()

/** Whether a record is asked for. */
export function wantedBy({ text, person, readFrom, readBefore, state, readers }: RecordQuery) {
  const fragment = text?.trim().toUpperCase() ?? ''
  const isWanted = person === undefined ? () => true : isOf(person)
  return (match: RecordMatch): boolean =>
    (fragment === '' || searchedIn(match).some((part) => part.toUpperCase().includes(fragment))) &&
    isWanted(match) &&
    (readFrom === undefined || match.readAt >= readFrom) &&
    (readBefore === undefined || match.readAt < readBefore) &&
    (state === undefined || (match.look !== null && match.look > 0 === (state === 'look'))) &&
    (readers === undefined || match.readers === readers)
}

/** What a person may remember a piece of. */
export const searchedIn = ({ name, idNumber, address, seal }: RecordMatch): readonly string[] => [
  name,
  idNumber,
  address,
  seal,
]

/** @param matches in the order in which they were put first */
export const sortedBy = (
  matches: readonly RecordMatch[],
  { order = 'newest' }: RecordQuery,
): readonly RecordMatch[] => inOrder(matches.toReversed().toSorted(byReadAt), order)

/** The part of what was found that is asked for. */
export const pageOf = (
  found: readonly RecordMatch[],
  { offset = 0, limit = found.length }: RecordQuery,
): RecordsFound => ({ total: found.length, matches: found.slice(offset, offset + limit) })
