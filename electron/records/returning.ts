import type { PersonSeen, SeenRecord } from '../../core/ipc/people.ts'
import { type LicenseRecord, licenseOf } from '../../core/license/record.ts'
import { kinshipOf } from '../../core/people/same-person.ts'
import type { Stores } from '../store/stores.ts'

/** So many records are shown of one person, and so many people of one name are compared. */
const most = { shown: 20, compared: 200 }

/** Where else a person was seen: by the same number, and by name and date of birth under another one. */
export function seenBefore(
  recordId: string,
  { records, merged }: Pick<Stores, 'records' | 'merged'>,
): PersonSeen | undefined {
  const record = records.get(recordId)
  if (record === undefined) return undefined
  const license = licenseOf(record)
  const isElsewhere = ({ id }: { readonly id: string }): boolean => id !== recordId
  const into = merged.all()
  const stands = (id: string): boolean => !records.has(into.get(id) ?? '')
  const opened = (ids: readonly { readonly id: string }[]): LicenseRecord[] =>
    ids.filter(isElsewhere).flatMap(({ id }) => records.get(id) ?? [])

  const members = [...into].flatMap(([id, head]) => (head === recordId ? [{ id }] : []))
  const number = license.id_num
  const sameNumber =
    number === ''
      ? []
      : records.marks({ person: number }).filter(({ id }) => isElsewhere({ id }) && stands(id))
  const named =
    license.name === ''
      ? []
      : records
          .find({ text: license.name, limit: most.compared })
          .matches.filter(
            ({ name, idNumber }) =>
              name.toUpperCase() === license.name.toUpperCase() && idNumber !== number,
          )
  const alike = opened(named).filter((one) => kinshipOf(license, licenseOf(one)) === 'alike')
  return {
    parts: newestFirst(opened(members)).map(seen),
    same: opened(sameNumber.slice(0, most.shown)).map(seen),
    sameCount: sameNumber.length,
    alike: newestFirst(alike).slice(0, most.shown).map(seen),
  }
}

const seen = (record: LicenseRecord): SeenRecord => ({
  id: record.id,
  readAt: record.readAt,
  source: record.source.name,
  license: licenseOf(record),
})

const newestFirst = (records: readonly LicenseRecord[]): LicenseRecord[] =>
  records.toSorted((one, other) => (one.readAt < other.readAt ? 1 : -1))
