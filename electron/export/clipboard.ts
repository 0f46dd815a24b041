import { htmlTable, tsvText } from '../../core/export/tsv.ts'
import type { Table } from '../../core/export/table.ts'

/** The system's clipboard. */
export interface ClipboardPort {
  /** @param html the same for programs that take more than text */
  write(text: string, html?: string): void
  readText(): string
  clear(): void
}

/** Puts rows there, for spreadsheets as cells of text; whether what is read back is the same. */
export function copyTable(clipboard: ClipboardPort, table: Table): boolean {
  const text = tsvText(table)
  clipboard.write(text, htmlTable(table))
  return sameLines(clipboard.readText(), text)
}

/** Windows gives line feeds back with a carriage return before them. */
const sameLines = (one: string, other: string): boolean => one.replaceAll('\r\n', '\n') === other
