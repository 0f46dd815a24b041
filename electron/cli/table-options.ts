import { type Encoding, encodings } from '../../core/layout/file-form.ts'
import { type BuiltInId, builtInIds } from '../../core/layout/preset.ts'
import { languages } from '../../core/settings/settings.ts'
import { ok, type Result } from '../../core/result.ts'
import { wordsIn } from '../../core/words/words.ts'
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
  if (csv === '-') return wrong('command:csvNeedsFile')
  if (xlsx === '-') return wrong('command:xlsxNeedsFile')
  if (tsv !== undefined && tsv !== '-') return wrong('command:tsvTakesOutput', tsv)
  if (tsv !== undefined && json === '-') return wrong('command:oneOutput')
  const id = builtInIds.find(
    (one) =>
      one === preset ||
      languages.some((language) => wordsIn(language)(`table:preset.${one}`) === preset),
  )
  if (preset !== undefined && id === undefined) return wrong('command:wrongPreset', preset)
  const chosen = encodings.find((one) => one === encoding)
  if (encoding !== undefined && chosen === undefined)
    return wrong('command:wrongEncoding', encoding)
  return ok({
    ...(id === undefined ? {} : { preset: id }),
    ...(chosen === undefined ? {} : { encoding: chosen }),
    ...(csv === undefined ? {} : { csv }),
    ...(xlsx === undefined ? {} : { xlsx }),
    ...(tsv === undefined ? {} : { tsv }),
  })
}
