import type { Language } from '../settings/settings.ts'
import type { ColumnName } from '../layout/column-names.ts'
import { columns } from './columns.ts'
import type { ExportEntry } from './entry.ts'
import { headingOf } from './table.ts'
import type { Preset } from '../layout/preset.ts'

/** One thing to be pasted. */
interface WalkField {
  readonly column: ColumnName
  readonly heading: string
  readonly value: string
}

/** The fields of one license that are put on the clipboard one after the other; `at` is the one that is there. */
export interface Walk {
  readonly recordId: string
  readonly fields: readonly WalkField[]
  readonly at: number
}

/** The columns of a preset that hold something for this license; nothing where none does. */
export function walkOf(entry: ExportEntry, preset: Preset, language: Language): Walk | undefined {
  const { dates, numbers } = preset
  const fields = preset.columns
    .map((one) => ({
      column: one.column,
      heading: headingOf(one, language),
      value: columns[one.column]
        .cell(entry, { language, dates, numbers })
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    }))
    .filter(({ value }) => value !== '')
  return fields.length === 0 ? undefined : { recordId: entry.record.id, fields, at: 0 }
}

/** Nothing behind the last field. */
export const nextOf = (walk: Walk): Walk | undefined =>
  walk.at + 1 < walk.fields.length ? { ...walk, at: walk.at + 1 } : undefined

/** Stays at the first. */
export const previousOf = (walk: Walk): Walk => ({ ...walk, at: Math.max(0, walk.at - 1) })
