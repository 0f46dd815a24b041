import type { ExportEntry } from '../../core/export/entry.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import { review } from '../../core/license/review.ts'
import { localDate, localMinute } from '../clock/local-time.ts'

/** Records as they stand today. */
export function entriesOf(records: readonly LicenseRecord[], now: Date): readonly ExportEntry[] {
  const context = { today: localDate(now) }
  return records.map((record) => ({
    record,
    review: review(record, context),
    readAt: localMinute(new Date(record.readAt)),
  }))
}
