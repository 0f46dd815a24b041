import { type Encoding, encodings } from '../../core/layout/file-form.ts'
import { builtInNames } from '../../core/export/preset-names.ts'
import { type BuiltInId, builtInIds } from '../../core/layout/preset.ts'
import { languages } from '../../core/settings/settings.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Wrong, WrongUsage } from './wrong-usage.ts'

/** The tables that are asked for, and how they are laid out. */
export interface TableOptions {
  readonly csv?: string
  readonly xlsx?: string
  /** To standard output. */
  readonly tsv?: '-'
  /** All fields where none is named. */
  readonly preset?: BuiltInId
  /** Of CSV and TSV; UTF-8 where none is named. */
  readonly encoding?: Encoding
}

/** As they stand on the command line. */
interface TableValues {
  readonly csv?: string | undefined
  readonly xlsx?: string | undefined
  readonly tsv?: string | undefined
  readonly json?: string | undefined
  readonly preset?: string | undefined
  readonly encoding?: string | undefined
}

export const asksForTable = ({ csv, xlsx, tsv }: Partial<TableOptions>): boolean =>
  csv !== undefined || xlsx !== undefined || tsv !== undefined

export function readTableOptions(
  { csv, xlsx, tsv, json, preset, encoding }: TableValues,
  wrong: Wrong,
): Result<TableOptions, WrongUsage> {
  if (csv === '-') return wrong('csvNeedsFile')
  if (xlsx === '-') return wrong('xlsxNeedsFile')
  if (tsv !== undefined && tsv !== '-') return wrong('tsvTakesOutput', tsv)
  if (tsv !== undefined && json === '-') return wrong('oneOutput')
  const id = builtInIds.find(
    (one) => one === preset || languages.some((language) => builtInNames[one][language] === preset),
  )
  if (preset !== undefined && id === undefined) return wrong('wrongPreset', preset)
  const chosen = encodings.find((one) => one === encoding)
  if (encoding !== undefined && chosen === undefined) return wrong('wrongEncoding', encoding)
  return ok({
    ...(id === undefined ? {} : { preset: id }),
    ...(chosen === undefined ? {} : { encoding: chosen }),
    ...(csv === undefined ? {} : { csv }),
    ...(xlsx === undefined ? {} : { xlsx }),
    ...(tsv === undefined ? {} : { tsv }),
  })
}
