import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import type { RecordMatch } from '../../../core/records/query.ts'
import type { Place, Vault } from '../../vault/vault.ts'
import { bytes, type Database } from './database.ts'
import {
  blockIn,
  bytesOf,
  changedBlock,
  emptyBlock,
  type Entry,
  entriesOf,
  entriesWith,
  isOlder,
  judgedEntries,
  type JudgedEntry,
  type SearchBlock,
} from './search-block.ts'
import { openSealed } from './sealed-values.ts'
import { searchSql } from './statements.ts'

const row = z.object({ block: z.number(), entries: bytes })
const numbered = z.object({ block: z.number() })

/** Records whose texts are sealed together: one by one, opening 100,000 would take seconds. */
const blockSize = 128
/** Blocks opened at once while others wait: some milliseconds. */
const slice = 32

/** What is searched in, kept sealed, and in memory once it was wanted. */
export interface Search {
  put(entry: JudgedEntry): void
  remove(place: number): void
  /** Of records that are there, in the same order. */
  at(places: readonly number[]): RecordMatch[]
  /** Those of which the name, number, address or seal holds a text, by their places. */
  holding(text: string): RecordMatch[]
  /** Those of which an older version wrote down less. */
  older(): readonly Entry[]
  /** The blocks in which records stand; all blocks where no places are given. */
  blocks(places?: readonly number[]): readonly number[]
  /** Those of one block that have some ids, as they are judged. */
  judged(block: number, ids: ReadonlySet<string>): readonly JudgedEntry[]
  /** Writes down by what some are judged, where that is not known yet: what was put meanwhile stands. */
  putJudged(block: number, entries: readonly JudgedEntry[]): void
  /** What was found by the same key last, as long as nothing changed since; else what `find` finds now. */
  remembered(key: string, find: () => readonly RecordMatch[]): readonly RecordMatch[]
  /** All, by their places. */
  all(): Map<number, RecordMatch>
  /** Opens all, a few at a time, so that the first search needs no wait. */
  warm(): Promise<void>
  /** Forgets what is in memory; it is opened again when it is wanted. */
  cool(): void
}

export function createSearch(database: Database, vault: Vault): Search {
  const open = new Map<number, SearchBlock>()
  /** All blocks before this one are open. */
  let next = 0
  let latest: { readonly key: string; readonly found: readonly RecordMatch[] } | undefined
  const cool = (): void => {
    open.clear()
    next = 0
    latest = undefined
  }
  database.onTakenBack(cool)

  function keepOpen({ block, entries }: z.output<typeof row>): SearchBlock {
    const opened = open.get(block) ?? blockIn(openSealed(vault, placeOf(block), entries))
    open.set(block, opened)
    return opened
  }

  function blockAt(block: number): SearchBlock {
    const known = open.get(block)
    if (known !== undefined) return known
    const [found] = database.rows(row, searchSql.get, { block })
    return found === undefined ? emptyBlock : keepOpen(found)
  }

  /** @returns whether there may be more */
  function openSome(limit: number): boolean {
    const rows = database.rows(row, searchSql.from, { block: next, limit })
    for (const found of rows) keepOpen(found)
    const last = rows.at(-1)
    next = last === undefined || rows.length < limit ? Number.MAX_SAFE_INTEGER : last.block + 1
    return rows.length === limit
  }

  function change(place: number, entry: JudgedEntry | undefined): void {
    latest = undefined
    const block = numberOf(place)
    const changed = changedBlock(blockAt(block), place, entry)
    if (changed.rest === '') {
      database.run(searchSql.remove, { block })
      open.delete(block)
    } else write(block, changed)
  }

  function write(block: number, changed: SearchBlock): void {
    const entries = vault.seal(placeOf(block), bytesOf(changed))
    database.run(searchSql.put, { block, entries })
    open.set(block, changed)
  }

  return {
    put: (entry) => change(entry.place, entry),
    remove: (place) => change(place, undefined),
    at(places) {
      const blocks = new Set(places.map(numberOf))
      const found = new Map(
        [...blocks]
          .flatMap((block) => entriesOf(blockAt(block)))
          .map(({ place, match }) => [place, match]),
      )
      return places.flatMap((place) => found.get(place) ?? [])
    },
    holding(text) {
      while (openSome(slice));
      return [...open]
        .toSorted(([one], [other]) => one - other)
        .flatMap(([, block]) => entriesWith(block, text))
        .map(({ match }) => match)
    },
    older() {
      while (openSome(slice));
      return [...open.values()].filter(isOlder).flatMap(entriesOf)
    },
    blocks: (places) =>
      places === undefined
        ? database.rows(numbered, searchSql.blocks).map(({ block }) => block)
        : [...new Set(places.map(numberOf))],
    judged: (block, ids) => judgedEntries(blockAt(block), ids),
    putJudged(block, entries) {
      const before = blockAt(block)
      const ids = new Set(entries.map(({ match }) => match.id))
      const lacking = judgedEntries(before, ids).filter(({ judgedBy }) => judgedBy === undefined)
      const places = new Set(lacking.map(({ place }) => place))
      const fresh = entries.filter(({ place }) => places.has(place))
      if (fresh.length === 0) return
      write(
        block,
        fresh.reduce((changed, entry) => changedBlock(changed, entry.place, entry), before),
      )
    },
    remembered(key, find) {
      if (latest?.key !== key) latest = { key, found: find() }
      return latest.found
    },
    all() {
      while (openSome(slice));
      const blocks = [...open].toSorted(([one], [other]) => one - other)
      const entries = blocks.flatMap(([, block]) => entriesOf(block))
      return new Map(entries.map(({ place, match }) => [place, match]))
    },
    async warm() {
      while (openSome(slice)) await nextTurn()
    },
    cool,
  }
}

const numberOf = (place: number): number => Math.floor(place / blockSize)
const placeOf = (block: number): Place => ({
  table: 'search_blocks',
  row: String(block),
  column: 'entries',
})
