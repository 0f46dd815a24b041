import { csvText, firstDifference } from '../../core/export/csv.ts'
import type { ExportOutcome } from '../../core/ipc/contract.ts'
import { onThisDisk, writeVerified } from './write-verified.ts'

/** Writes a table, its headings first, as CSV and compares what then stands on the disk with it, cell by cell. */
export const writeTable = (
  path: string,
  table: readonly (readonly string[])[],
): Promise<Exclude<ExportOutcome, { kind: 'cancelled' }>> =>
  writeVerified(
    path,
    {
      text: csvText(table),
      rows: table.length - 1,
      isSame: (readBack) => firstDifference(readBack, table) === undefined,
    },
    onThisDisk,
  )
