import type { RenewalsFound } from '../../core/ipc/people.ts'
import { type LicenseRecord, licenseOf } from '../../core/license/record.ts'
import { createRenewals, type Expiring, type Renewal } from '../../core/people/renewals.ts'
import { localDate } from '../clock/local-time.ts'
import type { Stores } from '../store/stores.ts'
import { walkRecords, type WalkParts } from './walk.ts'

export interface RenewalParts extends Omit<WalkParts, 'records'> {
  readonly stores: Pick<Stores, 'records' | 'merged'>
  readonly now: Date
  /** Days from today. */
  readonly within: number
}

/** Whose license expires soon; nothing where it was given up. */
export async function findRenewals({
  stores,
  now,
  within,
  ...walk
}: RenewalParts): Promise<RenewalsFound | undefined> {
  const renewals = createRenewals(localDate(now), within)
  const { records } = stores
  const merged = stores.merged.all()
  const looked = await walkRecords({ ...walk, records }, (record) => {
    if (!records.has(merged.get(record.id) ?? '')) renewals.add(expiring(record))
  })
  return looked === undefined ? undefined : { renewals: renewals.all(), looked }
}

/** Those of some records, in their order, as they stand now. */
export function renewalsOf(
  recordIds: readonly string[],
  { records }: Pick<Stores, 'records'>,
  now: Date,
): Renewal[] {
  const all = recordIds.flatMap((id) => records.get(id) ?? []).map(expiring)
  return all.flatMap((one) => {
    const alone = createRenewals(localDate(now), Number.MAX_SAFE_INTEGER)
    alone.add(one)
    return alone.all()
  })
}

function expiring(record: LicenseRecord): Expiring {
  const { name, id_num: idNumber, car_class: carClass, valid_to: validTo } = licenseOf(record)
  return { id: record.id, name, idNumber, carClass, validTo, readAt: record.readAt }
}
