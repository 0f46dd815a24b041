import { z } from 'zod'
import type { Vault } from '../../vault/vault.ts'
import { StoreProblem, unlessDamaged } from '../store-problem.ts'
import { bytes, type Database } from './database.ts'
import { imageIn } from './images.ts'
import { paidRow } from './paid.ts'
import { removedRow } from './removed.ts'
import { openSealed } from './sealed-values.ts'
import { auditSql, keptSql, paidSql, quotaSql, salvageSql, tableIsThere } from './statements.ts'
import { createTables, type Tables } from './tables.ts'

/** What came out of a broken store. */
export interface Salvaged {
  /** How many jobs, records, images and paid calls. */
  readonly count: number
  /** Ids of the jobs among them. */
  readonly jobs: ReadonlySet<string>
}

/** A sound store that takes it. */
export interface Into {
  readonly database: Database
  readonly tables: Tables
}

/**
 * Puts whatever a broken store still gives into a sound one, and takes out what was removed from it; what is in both
 * stands as the broken one, the later, has it.
 */
export function salvage(broken: Database, into: Into, vault: Vault): Salvaged {
  const { database, tables } = into
  const from = createTables(broken, vault).stores
  const to = tables.stores
  const jobs = new Set<string>()
  let count = 0
  const bring = (act: () => void): void => {
    if (tried(act)) count += 1
  }

  database.together(() => {
    // First: what was removed may have come again since. It stays noted, as older backups still have it.
    for (const { what, id } of rowsOf(broken, 'removed', removed, salvageSql.removed))
      tried(() => tables.removeRow({ what, id }))
    for (const { id } of rowsOf(broken, 'jobs', named, salvageSql.jobs))
      bring(() => {
        const job = from.jobs.get(id)
        if (job === undefined) throw new StoreProblem('damaged', 'a job that is not there')
        to.jobs.put(job)
        jobs.add(id)
      })
    for (const { id } of rowsOf(broken, 'records', named, salvageSql.records))
      bring(() => {
        const record = from.records.get(id)
        if (record === undefined) throw new StoreProblem('damaged', 'a record that does not open')
        to.records.put(record)
      })
    const hasNames = broken.row(counted, tableIsThere, { table: 'image_names' })?.count === 1
    const [names, sql] = hasNames
      ? ['image_names', salvageSql.images]
      : ['images', salvageSql.olderImages]
    const first = new Map<string, string>()
    for (const { id, content } of rowsOf(broken, names, shared, sql))
      bring(() => {
        const of = first.get(content)
        if (of !== undefined) return to.images.share(id, of)
        const image = imageIn(broken, vault, content)
        if (image === undefined) return
        to.images.put(id, image)
        first.set(content, id)
      })
    for (const { image, outcome } of rowsOf(broken, 'paid', paid, salvageSql.paid))
      bring(() => {
        const place = { table: 'paid', row: paidRow(image), column: 'outcome' }
        if (outcome === null) database.run(paidSql.put, { image, state: 'sent', outcome })
        else if (tried(() => openSealed(vault, place, outcome)))
          database.run(paidSql.put, { image, state: 'answered', outcome })
        // It was sent, and what came of it is lost, unless the backup has it.
        else database.run(paidSql.putFirst, { image, state: 'sent', outcome: null })
      })
    for (const { account, day, used, is_closed } of rowsOf(
      broken,
      'quota',
      quota,
      salvageSql.quota,
    )) {
      const isClosed = is_closed === 0 ? 0 : 1
      tried(() => database.run(quotaSql.put, { account, day, used, isClosed }))
    }
    if (broken.row(counted, tableIsThere, { table: 'do_not_rent' })?.count === 1)
      for (const { person, content } of rowsOf(broken, 'do_not_rent', listed, salvageSql.doNotRent))
        tried(() => tables.doNotRent.putRow(person, content))
    for (const { place: number, entry, link } of rowsOf(broken, 'audit', audit, salvageSql.audit))
      tried(() => database.run(auditSql.putAgain, { number, entry, link }))
    for (const { name, value } of rowsOf(broken, 'kept', kept, salvageSql.kept))
      tried(() => {
        openSealed(vault, { table: 'kept', row: name, column: 'value' }, value)
        database.run(keptSql.put, { name, value })
      })
  })
  return { count, jobs }
}

const placed = z.object({ place: z.number() })
const removed = placed.extend(removedRow.shape)
const named = placed.extend({ id: z.string() })
const shared = named.extend({ content: z.string() })
const paid = placed.extend({ image: bytes, outcome: bytes.nullable() })
const quota = placed.extend({
  account: bytes,
  day: z.string(),
  used: z.number(),
  is_closed: z.number(),
})
const audit = placed.extend({ entry: bytes, link: bytes })
const listed = placed.extend({ person: bytes, content: bytes })
const kept = placed.extend({ name: z.string(), value: bytes })
const counted = z.object({ count: z.number() })
const newest = z.object({ place: z.number().nullable() })

/** Places in a row where nothing can be read: more than a broken page has. */
const mostMissed = 100_000

/** Every row of a table that can still be read, one by one; a broken page is stepped over. */
function* rowsOf<Row extends { readonly place: number }>(
  database: Database,
  table: string,
  row: z.ZodType<Row>,
  sql: string,
): Generator<Row> {
  let last = Number.MAX_SAFE_INTEGER
  const isEndRead = tried(() => {
    last = database.row(newest, `SELECT max(rowid) AS place FROM ${table}`)?.place ?? 0
  })
  let missed = 0
  for (let place = 0; place < last && missed < mostMissed; ) {
    let found: Row | undefined
    const isRead = tried(() => {
      found = database.row(row, sql, { place })
    })
    if (found !== undefined) yield found
    if (!isRead && !isEndRead && place === 0) return
    missed = isRead ? 0 : missed + 1
    place = found?.place ?? (isRead ? last : place + 1)
  }
}

/** @returns whether it could be done; not, where what it wanted is damaged */
function tried(act: () => void): boolean {
  const done = unlessDamaged(() => {
    act()
    return true
  })
  return done === true
}
