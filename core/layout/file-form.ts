import { z } from 'zod'

/** The kinds of file that a table is written to. */
export const tableFormats = ['xlsx', 'csv', 'json'] as const

export const tableFormat = z.enum(tableFormats)

/** How the text of a CSV file is written: `gb18030` for programs that know no UTF-8. */
export const encodings = ['utf8', 'gb18030'] as const

export const encoding = z.enum(encodings)

export type TableFormat = z.output<typeof tableFormat>
export type Encoding = z.output<typeof encoding>

/** By the end of a file's name; nothing where it names none of them. */
export const formatNamed = (path: string): TableFormat | undefined =>
  tableFormats.find((format) => path.toLowerCase().endsWith(`.${format}`))
