import { csvText, firstDifference } from '../../core/export/csv.ts'
import { onThisDisk, type Written, writeVerified } from './write-verified.ts'

/** Writes a table, its headings first, as CSV and compares what then stands on the disk with it, cell by cell. */
export const writeTable = (path: string, table: readonly (readonly string[])[]): Promise<Written> =>
  writeVerified(
    path,
    {
      bytes: Buffer.from(csvText(table)),
      rows: table.length - 1,
      isSame: (readBack) =>
        firstDifference(new TextDecoder('utf-8', { ignoreBOM: true }).decode(readBack), table) ===
        undefined,
    },
    onThisDisk,
  )
