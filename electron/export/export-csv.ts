import { csvText, firstDifference } from '../../core/export/csv.ts'
import { tableOf } from '../../core/export/table.ts'
import type { ExportOutcome } from '../../core/ipc/contract.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import { review } from '../../core/license/review.ts'
import type { Language } from '../../core/settings/settings.ts'
import { localDate, localMinute } from '../clock/local-time.ts'
import { onThisDisk, writeVerified } from './write-verified.ts'

export interface CsvExport {
  /** Absolute path of the file to write. */
  readonly path: string
  readonly records: readonly LicenseRecord[]
  readonly headings: Language
  readonly now: Date
}

/** Writes records as CSV and compares what then stands on the disk with the records, cell by cell. */
export async function exportCsv(wish: CsvExport): Promise<ExportOutcome> {
  const { path: target, records, headings, now } = wish
  const context = { today: localDate(now) }
  const entries = records.map((record) => ({
    record,
    review: review(record, context),
    readAt: localMinute(new Date(record.readAt)),
  }))
  const table = tableOf(entries, headings)
  const isSame = (readBack: string): boolean => firstDifference(readBack, table) === undefined
  const content = { text: csvText(table), rows: records.length, isSame }
  return await writeVerified(target, content, onThisDisk)
}
