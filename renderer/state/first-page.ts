import { type LicenseRecord, licenseOf } from '../../core/license/record.ts'
import type { Row } from './rows.ts'

/** The record of which a row is the second page, where that is on the list; nothing else has one. */
export function firstPageOf(
  { job: { state } }: Row,
  records: ReadonlyMap<string, LicenseRecord>,
): LicenseRecord | undefined {
  const number = state.kind === 'failed' ? state.failure.secondPage?.number.value : undefined
  if (number === undefined || number === '') return undefined
  return [...records.values()].find((record) => licenseOf(record).id_num === number)
}
