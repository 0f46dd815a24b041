import type { Language } from '../settings/settings.ts'
import type { ColumnName } from '../layout/column-names.ts'
import { columns } from './columns.ts'
import { type ExportEntry, isReviewed } from './entry.ts'
import { builtIns, type Preset, type PresetColumn } from '../layout/preset.ts'

export type { ExportEntry } from './entry.ts'

/** The headings first, then one row per record. */
export type Table = readonly (readonly string[])[]

/** Those that go into a table laid out so. */
export const chosenFor = (
  entries: readonly ExportEntry[],
  preset: Preset,
): readonly ExportEntry[] => (preset.rows === 'reviewed' ? entries.filter(isReviewed) : entries)

/**
 * The columns that a table has: wherever a license is in it that somebody still has to look at, how each stands is told,
 * whatever the preset says; and in a table that grows, which record each line is.
 */
export function columnsFor(
  entries: readonly ExportEntry[],
  preset: Preset,
  grows = false,
): readonly PresetColumn[] {
  const has = (name: ColumnName): boolean => preset.columns.some(({ column }) => column === name)
  // A table that grows keeps its columns, whatever comes.
  const needsState = grows ? preset.rows === 'all' : !entries.every(isReviewed)
  return [
    ...preset.columns,
    ...(needsState && !has('state') ? [{ column: 'state', heading: '' } as const] : []),
    ...(grows && !has('record_id') ? [{ column: 'record_id', heading: '' } as const] : []),
  ]
}

export const headingOf = ({ column, heading }: PresetColumn, language: Language): string =>
  heading === '' ? columns[column].heading(language) : heading

/** The headings and one row for each record that the preset takes, as they shall stand in the table. */
export function tableOf(
  entries: readonly ExportEntry[],
  language: Language,
  preset: Preset = builtIns.full,
  grows = false,
): string[][] {
  const chosen = chosenFor(entries, preset)
  const shown = columnsFor(chosen, preset, grows)
  const { dates, numbers } = preset
  return [
    shown.map((column) => headingOf(column, language)),
    ...chosen.map((entry) =>
      shown.map(({ column }) => columns[column].cell(entry, { language, dates, numbers })),
    ),
  ]
}
