import type { ExportOutcome } from '../../core/ipc/contract.ts'
import { licenseOf } from '../../core/license/record.ts'
import type { Language } from '../../core/settings/settings.ts'
import { exportCsv } from '../export/export-csv.ts'
import { onThisDisk, writeVerified } from '../export/write-verified.ts'
import type { PersonFile } from './people.ts'

export interface PersonExport {
  /** Absolute path of the file to write. */
  readonly path: string
  readonly file: PersonFile
  readonly format: 'json' | 'csv'
  readonly headings: Language
  readonly now: Date
}

/** Writes what is held about a person: as JSON everything, as CSV the licenses in one table. */
export async function exportPerson(wish: PersonExport): Promise<ExportOutcome> {
  const { path: target, file, headings, now } = wish
  if (wish.format === 'csv')
    return exportCsv({ path: target, records: file.records, headings, now })
  const text = jsonOf(file, now)
  const isSame = (readBack: string): boolean => readBack === text
  return writeVerified(target, { text, rows: file.records.length, isSame }, onThisDisk)
}

function jsonOf({ records, entries, doNotRent }: PersonFile, now: Date): string {
  const licenses = records.map((record) => ({ license: licenseOf(record), ...record }))
  const listed = doNotRent && { note: doNotRent.note, addedAt: doNotRent.addedAt }
  const held = { licenses, log: entries, doNotRent: listed ?? null }
  return `${JSON.stringify({ exportedAt: now.toISOString(), ...held }, null, 2)}\n`
}
