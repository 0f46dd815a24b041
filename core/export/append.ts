import type { Table } from './table.ts'

/** What becomes of rows that are to go to the end of a table that is there. */
export type Appending =
  /** Its headings are others: the rows would stand under the wrong ones. */
  | { readonly kind: 'other-columns' }
  | {
      readonly kind: 'fits'
      readonly rows: Table
      /** Records that are in it already, with the same values. */
      readonly already: number
      /** Records that are in it with other values: those rows stay as they are. */
      readonly changed: number
    }

/**
 * No record goes in twice. The last column of both tables says which record a row is; what stands in columns behind it
 * is somebody else's.
 * @param there headings first, as they were read
 * @param table headings first
 */
export function appending(there: Table, table: Table): Appending {
  const [headings = [], ...rows] = table
  const width = headings.length
  const [before = [], ...old] = there
  if (!isSame(headings, before.slice(0, width))) return { kind: 'other-columns' }
  const known = new Map<string, readonly string[]>(
    old.map((row) => [row[width - 1] ?? '', row.slice(0, width)]),
  )
  const fresh: (readonly string[])[] = []
  let [already, changed] = [0, 0]
  for (const row of rows) {
    const id = row[width - 1] ?? ''
    const stands = known.get(id)
    if (stands === undefined) fresh.push(row)
    else if (isSame(row, stands)) already += 1
    else changed += 1
    known.set(id, row)
  }
  return { kind: 'fits', rows: fresh, already, changed }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((cell, at) => cell === other[at])
