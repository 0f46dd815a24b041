import { type LicenseRecord, licenseOf } from '../../core/license/record.ts'
import type { RecordMatch, RecordQuery, RecordsFound } from '../../core/records/query.ts'

export function matchOf(record: LicenseRecord): RecordMatch {
  const { name, id_num: idNumber } = licenseOf(record)
  return { id: record.id, name, idNumber, readAt: record.readAt }
}

/** Sorts the newest first; what was read in the same moment stays in its order. */
export const byReadAt = (
  one: Pick<RecordMatch, 'readAt'>,
  other: Pick<RecordMatch, 'readAt'>,
): number => (one.readAt < other.readAt ? 1 : one.readAt > other.readAt ? -1 : 0)

/** Whether a record is one person's. */
export const isOf =
  (person: string) =>
  ({ idNumber }: Pick<RecordMatch, 'idNumber'>): boolean =>
    person.toUpperCase() === idNumber.toUpperCase()

/** Whether a record is asked for. */
export function wantedBy({ text, person, readBefore }: RecordQuery) {
  const fragment = text?.trim().toUpperCase() ?? ''
  const isWanted = person === undefined ? () => true : isOf(person)
  return ({ name, idNumber, readAt }: RecordMatch): boolean =>
    (fragment === '' ||
      name.toUpperCase().includes(fragment) ||
      idNumber.toUpperCase().includes(fragment)) &&
    isWanted({ idNumber }) &&
    (readBefore === undefined || readAt < readBefore)
}

/** The part of what was found that is asked for. */
export const pageOf = (
  found: readonly RecordMatch[],
  { offset = 0, limit = found.length }: RecordQuery,
): RecordsFound => ({ total: found.length, matches: found.slice(offset, offset + limit) })
