import { displayWidth, padColumns, printable } from './display-width.ts'

/** Headings, a line below them and rows, in columns for a terminal. */
export function textTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const shown = rows.map((row) => row.map(printable))
  const widths = headings.map((heading, column) =>
    Math.max(displayWidth(heading), ...shown.map((row) => displayWidth(row[column] ?? ''))),
  )
  return [headings, widths.map((width) => '─'.repeat(width)), ...shown]
    .map((row) => row.map((cell, column) => padColumns(cell, widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
}
