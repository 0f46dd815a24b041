import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import type { Place, Vault } from '../../vault/vault.ts'
import { bytes, type Database } from './database.ts'
import { besideJobSql } from './jobs.ts'
import { isOpenable } from './sealed-values.ts'
import { aboutSql, sqliteSql } from './statements.ts'

const verdict = z.object({}).catchall(z.unknown())

/** Whether SQLite finds its own file in order: `quick` leaves out whether indexes fit. */
export function isWhole(database: Database, how: 'quick' | 'full'): boolean {
  const sql = how === 'quick' ? sqliteSql.quickCheck : sqliteSql.integrityCheck
  const [first] = database.rows(verdict, sql)
  return first !== undefined && Object.values(first).includes('ok')
}

interface Sealed {
  readonly table: string
  readonly column: string
  readonly key: string
  /** What it is bound to, in SQL. */
  readonly beside?: readonly string[]
  /** Rows read at once, where they are large. */
  readonly slice?: number
}

/** There is always at least one. */
const keptValues: Sealed = { table: 'kept', column: 'value', key: 'name' }

/** What every start needs, and opens quickly. */
const sealedAtStart: readonly Sealed[] = [
  keptValues,
  { table: 'jobs', column: 'source', key: 'id', beside: besideJobSql },
  { table: 'jobs', column: 'failure', key: 'id' },
  { table: 'search_blocks', column: 'entries', key: 'block' },
]

const sealedElsewhere: readonly Sealed[] = [
  { table: 'records', column: 'content', key: 'id' },
  { table: 'paid', column: 'outcome', key: 'image' },
  { table: 'images', column: 'bytes', key: 'id', slice: 1 },
  { table: 'audit', column: 'entry', key: 'number' },
  { table: 'do_not_rent', column: 'content', key: 'person' },
]

const row = z.object({
  place: z.number(),
  key: z.union([z.string(), z.number(), bytes]),
  value: bytes,
  /** As JSON. */
  beside: z.string(),
})
const besideValues = z.array(z.string())
const usualSlice = 200

const marked = z.object({ value: bytes })

const readSealed = ({ table, column, key, beside = [] }: Sealed): string =>
  `SELECT rowid AS place, ${key} AS key, ${column} AS value,
     json_array(${beside.join(', ')}) AS beside FROM ${table}
   WHERE ${column} IS NOT NULL AND rowid > :place ORDER BY rowid LIMIT :limit`

const placeOf = ({ table, column }: Sealed, { key, beside }: z.output<typeof row>): Place => ({
  table,
  row: typeof key === 'object' ? Buffer.from(key).toString('hex') : String(key),
  column,
  beside: besideValues.parse(JSON.parse(beside)),
})

/** Opens every value of some columns; gives the places of those that do not open, and nothing after each few rows. */
function* brokenSeals(
  database: Database,
  vault: Vault,
  columns: readonly Sealed[],
): Generator<Place | undefined> {
  for (const each of columns) {
    const sql = readSealed(each)
    const limit = each.slice ?? usualSlice
    for (let place: number | undefined = -1; place !== undefined; ) {
      const rows: z.output<typeof row>[] = database.rows(row, sql, { place, limit })
      for (const found of rows) {
        const at = placeOf(each, found)
        if (!isOpenable(vault, at, found.value)) yield at
      }
      place = rows.length < limit ? undefined : rows.at(-1)?.place
      yield undefined
    }
  }
}

/** Whether all opens that a start needs. */
export function opensAtStart(database: Database, vault: Vault): boolean {
  for (const place of brokenSeals(database, vault, sealedAtStart))
    if (place !== undefined) return false
  return true
}

/** The same, letting others have their turn in between. */
export async function opensAtStartInTurns(database: Database, vault: Vault): Promise<boolean> {
  for (const place of brokenSeals(database, vault, sealedAtStart)) {
    if (place !== undefined) return false
    await nextTurn()
  }
  return true
}

/** The places of all values that do not open; lets others have their turn in between. */
export async function findBrokenSeals(database: Database, vault: Vault): Promise<readonly Place[]> {
  const broken: Place[] = []
  for (const place of brokenSeals(database, vault, [...sealedAtStart, ...sealedElsewhere])) {
    if (place === undefined) await nextTurn()
    else broken.push(place)
  }
  return broken
}

/** Writes down whose key seals a new database. */
export const markKey = (database: Database, vault: Vault): void =>
  database.run(aboutSql.put, { name: 'key', value: keyMark(vault) })

/** Whether a database was sealed with this key: it says so, or a value opens. */
export function isSealedWith(database: Database, vault: Vault): boolean {
  const mark = database.row(marked, aboutSql.get, { name: 'key' })
  if (mark !== undefined && Buffer.from(keyMark(vault)).equals(mark.value)) return true
  const [entry] = database.rows(row, readSealed(keptValues), { place: -1, limit: 1 })
  return entry !== undefined && isOpenable(vault, placeOf(keptValues, entry), entry.value)
}

const keyMark = (vault: Vault): Uint8Array => vault.fingerprint('store', 'key')
