import { type LicenseRecord, licenseOf } from '../../core/license/record.ts'
import type { RecordMatch, RecordQuery, RecordsFound } from '../../core/records/query.ts'

export function matchOf(record: LicenseRecord): RecordMatch {
  const { name, id_num: idNumber } = licenseOf(record)
  return { id: record.id, name, idNumber, readAt: record.readAt }
}

/** Sorts the newest first; what was read in the same moment stays in its order. */
export const byReadAt = (one: RecordMatch, other: RecordMatch): number =>
  one.readAt < other.readAt ? 1 : one.readAt > other.readAt ? -1 : 0

/** Whether a record is asked for. */
export function wantedBy({ text, person, readBefore }: RecordQuery) {
  const fragment = text?.trim().toUpperCase() ?? ''
  return ({ name, idNumber, readAt }: RecordMatch): boolean =>
    (fragment === '' ||
      name.toUpperCase().includes(fragment) ||
      idNumber.toUpperCase().includes(fragment)) &&
    (person === undefined || person.toUpperCase() === idNumber.toUpperCase()) &&
    (readBefore === undefined || readAt < readBefore)
}

/** The part of what was found that is asked for. */
export const pageOf = (
  found: readonly RecordMatch[],
  { offset = 0, limit = found.length }: RecordQuery,
): RecordsFound => ({ total: found.length, matches: found.slice(offset, offset + limit) })
