import { type LicenseRecord, licenseOf } from '../../core/license/record.ts'
import type { Row } from './rows.ts'

/** The name on the license of which a row is the second page, where that is on the list; nothing else has one. */
export function firstPageOf(
  { job: { state } }: Row,
  records: ReadonlyMap<string, LicenseRecord>,
): string | undefined {
  const number = state.kind === 'failed' ? state.failure.secondPage?.number.value : undefined
  if (number === undefined || number === '') return undefined
  return [...records.values()].map(licenseOf).find(({ id_num }) => id_num === number)?.name
}
