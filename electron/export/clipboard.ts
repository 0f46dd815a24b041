import { htmlTable, tsvText } from '../../core/export/tsv.ts'
import type { Table } from '../../core/export/table.ts'

/** The system's clipboard. */
export interface ClipboardPort {
  /**
   * What is written is kept out of the system's own history of the clipboard, where it has one.
   * @param html the same for programs that take more than text
   */
  write(text: string, html?: string): Promise<void>
  readText(): Promise<string>
  clear(): void
}

/** Puts rows there, for spreadsheets as cells of text; whether what is read back is the same. */
export async function copyTable(clipboard: ClipboardPort, table: Table): Promise<boolean> {
  const text = tsvText(table)
  try {
    await clipboard.write(text, htmlTable(table))
    return isSameText(await clipboard.readText(), text)
  } catch {
    return false
  }
}

/** Windows gives line feeds back with a carriage return before them. */
const isSameText = (one: string, other: string): boolean => one.replaceAll('\r\n', '\n') === other
