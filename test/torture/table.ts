import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** Rows by the name of the image. */
export type Rows = ReadonlyMap<string, Readonly<Record<string, string>>>

/** What the table on the disk says; nothing when there is none, `torn` when it is not whole. */
export function readTable(file: string): Rows | 'torn' | undefined {
  if (!existsSync(file)) return undefined
  const text = readFileSync(file, 'utf8')
  if (!text.startsWith('\ufeff') || !text.endsWith('\r\n')) return 'torn'
  try {
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true })
    return new Map(rows.map((row) => [row['Source file'] ?? '', row]))
  } catch {
    return 'torn'
  }
}
