import { type LicenseRecord, licenseOf } from '../../core/license/record.ts'
import type { Row } from './rows.ts'

/** Whether a row is a second page and nothing else: it was read, and wants its first page. */
export const isSecondPage = ({ state }: Pick<Row, 'state'>): boolean =>
  state.kind === 'failed' && state.failure === 'second-page'

/** The record of which a row is the second page, where that is on the list; nothing else has one. */
export function firstPageOf(
  { job: { state } }: Row,
  records: ReadonlyMap<string, LicenseRecord>,
): LicenseRecord | undefined {
  const number = state.kind === 'failed' ? state.failure.secondPage?.number.value : undefined
  if (number === undefined || number === '') return undefined
  return [...records.values()].find((record) => licenseOf(record).id_num === number)
}
