import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import type { RecordMatch } from '../../../core/records/query.ts'
import type { Vault } from '../../vault/vault.ts'
import { byReadAt } from '../matches.ts'
import { bytes, type Database } from './database.ts'
import { sealedColumn } from './sealed-values.ts'
import { searchSql } from './statements.ts'

const entry = z.tuple([z.number(), z.string(), z.string(), z.string(), z.string()])
const row = z.object({ block: z.number(), entries: bytes })

/** Records whose texts are sealed together: one by one, opening 100,000 would take seconds. */
const blockSize = 128
/** Blocks opened at once while others wait: some milliseconds. */
const slice = 32

/** What is searched in, of every record by its place: kept sealed, and in memory once it was wanted. */
export interface Search {
  put(place: number, match: RecordMatch): void
  remove(place: number): void
  /** The newest first; those read in the same moment in the order last in, first out. */
  newestFirst(): readonly RecordMatch[]
  /** Opens all, a few at a time, so that the first search needs no wait. */
  warm(): Promise<void>
  /** Forgets what is in memory; it is opened again when it is wanted. */
  cool(): void
}

export function createSearch(database: Database, vault: Vault): Search {
  const column = sealedColumn(vault, {
    table: 'search_blocks',
    column: 'entries',
    schema: z.array(entry),
  })
  let open = new Map<number, RecordMatch>()
  /** All blocks before this one are open. */
  let next = 0
  let sorted: readonly RecordMatch[] | undefined
  const cool = (): void => {
    open = new Map()
    next = 0
    sorted = undefined
  }
  database.onTakenBack(cool)

  const entriesOf = ({ block, entries }: z.output<typeof row>): z.output<typeof entry>[] =>
    column.open(String(block), entries)

  function change(place: number, match: RecordMatch | undefined): void {
    const block = Math.floor(place / blockSize)
    const [found] = database.rows(row, searchSql.get, { block })
    const entries = found === undefined ? [] : entriesOf(found).filter(([at]) => at !== place)
    if (match !== undefined)
      entries.push([place, match.id, match.name, match.idNumber, match.readAt])
    if (entries.length === 0) database.run(searchSql.remove, { block })
    else database.run(searchSql.put, { block, entries: column.seal(String(block), entries) })
    if (block >= next) return
    sorted = undefined
    if (match === undefined) open.delete(place)
    else open.set(place, match)
  }

  /** @returns whether there may be more */
  function openSome(limit: number): boolean {
    const rows = database.rows(row, searchSql.from, { block: next, limit })
    for (const found of rows) {
      for (const [place, id, name, idNumber, readAt] of entriesOf(found))
        open.set(place, { id, name, idNumber, readAt })
      next = found.block + 1
    }
    if (rows.length > 0) sorted = undefined
    const isLast = rows.length < limit
    if (isLast) next = Number.MAX_SAFE_INTEGER
    return !isLast
  }

  return {
    put: change,
    remove: (place) => change(place, undefined),
    newestFirst() {
      while (openSome(slice));
      sorted ??= [...open]
        .toSorted(([one], [other]) => other - one)
        .map(([, match]) => match)
        .toSorted(byReadAt)
      return sorted
    },
    async warm() {
      while (openSome(slice)) await nextTurn()
    },
    cool,
  }
}
