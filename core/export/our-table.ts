import { fieldNames } from '../license/field.ts'
import { languages } from '../settings/settings.ts'
import { csvLines } from './csv.ts'
import { columns as allColumns } from './columns.ts'
import { builtIns } from '../layout/preset.ts'
import { headingOf } from './table.ts'

/** Whether a text begins as a table of this program does, in any language. */
export const isOurTable = (text: string): boolean =>
  languages.some((language) => {
    const fields = fieldNames.map((field) => allColumns[field].heading(language))
    const laidOut = Object.values(builtIns).map(({ columns }) =>
      columns.map((column) => headingOf(column, language)),
    )
    const bare = text.replace(/^\ufeff/, '')
    return [fields, ...laidOut].some((headings) => bare.startsWith(csvLines([headings]).trimEnd()))
  })

/** The same of the first row of a workbook. */
export const isOurHeading = (row: readonly string[]): boolean => isOurTable(csvLines([row]))
