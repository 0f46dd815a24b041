import type { ExportEntry } from '../../core/export/entry.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import { judged, type Judging, notJudging } from '../../core/verdict/verdict.ts'
import { localDate, localMinute } from '../clock/local-time.ts'

/** Records as they stand today, and what they are good for. */
export function entriesOf(
  records: readonly LicenseRecord[],
  now: Date,
  judging: Judging = notJudging,
): readonly ExportEntry[] {
  const context = { ...judging, today: localDate(now) }
  return records.map((record) => ({
    record,
    ...judged(record, context),
    readAt: localMinute(new Date(record.readAt)),
  }))
}
