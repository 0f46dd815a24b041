import type { ExportEntry } from '../../core/export/entry.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import { review } from '../../core/license/review.ts'
import { localDate, localMinute } from '../clock/local-time.ts'

/**
 * Records as they stand today.
 * @param returnDate the day a rented car comes back, `YYYY-MM-DD`, where one is rented
 */
export function entriesOf(
  records: readonly LicenseRecord[],
  now: Date,
  returnDate?: string,
): readonly ExportEntry[] {
  const context = { today: localDate(now), ...(returnDate === undefined ? {} : { returnDate }) }
  return records.map((record) => ({
    record,
    review: review(record, context),
    readAt: localMinute(new Date(record.readAt)),
  }))
}
