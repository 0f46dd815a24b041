import { pathToFileURL } from 'node:url'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { z } from 'zod'
import { StoreProblem, type StoreProblemKind } from '../store-problem.ts'
import { sqliteSql } from './statements.ts'

type Values = Readonly<Record<string, SQLInputValue>>

/** A connection; whatever goes wrong with the disk comes out as a `StoreProblem`. */
export interface Database {
  /** Runs statements that give no rows. */
  exec(sql: string): void
  /** Runs one statement, prepared once; the values stand in it as `:name`. */
  run(sql: string, values?: Values): void
  rows<Row>(row: z.ZodType<Row>, sql: string, values?: Values): Row[]
  row<Row>(row: z.ZodType<Row>, sql: string, values?: Values): Row | undefined
  /** Keeps all that `act` changes, or, when it throws, nothing of it. */
  readonly together: <Value>(act: () => Value) => Value
  /**
   * The same, but a power cut may undo it until the next `together`, which is why nothing may be promised on it. The end
   * of the program undoes nothing. It costs no flush of the disk.
   */
  soon<Value>(act: () => Value): Value
  /** Hears when changes were taken back. */
  onTakenBack(listener: () => void): void
  /** For the backup, which Node makes of the connection itself. */
  readonly connection: DatabaseSync
  close(): void
}

/** Bytes in a row. */
export const bytes = z.instanceof(Uint8Array)

export function openDatabase(file: string): Database {
  return databaseOn(orProblem(() => new DatabaseSync(file, { timeout: 2000 })))
}

/** Only reads what stands in the file itself: takes no lock, writes nothing there or beside it. */
export function peekInto(file: string): Database {
  const address = pathToFileURL(file)
  address.searchParams.set('immutable', '1')
  return databaseOn(orProblem(() => new DatabaseSync(address, { readOnly: true })))
}

function databaseOn(connection: DatabaseSync): Database {
  const prepared = new Map<string, StatementSync>()
  const listeners = new Set<() => void>()
  let isTogether = false

  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const statement = connection.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }

  /** After an error of the disk SQLite takes a transaction back by itself; what comes after it must not stay alone. */
  const mustBeOpen = (): void => {
    if (isTogether && !connection.isTransaction)
      throw new StoreProblem('store-failed', 'the changes before this one were taken back')
  }

  const database: Database = {
    connection,
    exec: (sql) => orProblem(() => connection.exec(sql)),
    run(sql, values = {}) {
      mustBeOpen()
      orProblem(() => prepare(sql).run(values))
    },
    // To the last row, also where one is wanted: only then SQLite has committed and can tell that it did not.
    rows(row, sql, values = {}) {
      mustBeOpen()
      const parsed = z.array(row).safeParse(orProblem(() => prepare(sql).all(values)))
      if (parsed.success) return parsed.data
      throw new StoreProblem('damaged', 'a row does not hold what it should')
    },
    row: (row, sql, values) => database.rows(row, sql, values)[0],
    together(act) {
      if (isTogether) return act()
      orProblem(() => connection.exec('BEGIN IMMEDIATE'))
      isTogether = true
      try {
        const value = act()
        mustBeOpen()
        orProblem(() => connection.exec('COMMIT'))
        return value
      } catch (error) {
        if (connection.isOpen && connection.isTransaction) connection.exec('ROLLBACK')
        for (const listener of listeners) listener()
        throw error
      } finally {
        isTogether = false
      }
    },
    soon(act) {
      if (isTogether) return act()
      orProblem(() => connection.exec(sqliteSql.flushLater))
      try {
        return database.together(act)
      } finally {
        connection.exec(sqliteSql.flushAtOnce)
      }
    },
    onTakenBack(listener) {
      listeners.add(listener)
    },
    close: () => connection.close(),
  }
  return database
}

const sqliteError = z.object({ errcode: z.number(), errstr: z.string() })
const closedError = z.object({ code: z.literal('ERR_INVALID_STATE') })
/** Of Node, which reads whole numbers up to 2^53. */
const rangeError = z.object({ code: z.literal('ERR_OUT_OF_RANGE') })

const busy = 5
const full = 13
const corrupt = 11
const notADatabase = 26

/** Does something with SQLite; its own errors say what went wrong with the disk, and never what was kept. */
function orProblem<Value>(act: () => Value): Value {
  try {
    return act()
  } catch (error) {
    throw sqliteProblem(error) ?? error
  }
}

/** Whether another process holds the file. */
export const isBusy = (error: unknown): boolean =>
  (sqliteError.safeParse(error).data?.errcode ?? 0) % 256 === busy

/** What SQLite's error says of the disk; nothing when it is another error. */
export function sqliteProblem(error: unknown): StoreProblem | undefined {
  if (closedError.safeParse(error).success)
    return new StoreProblem('store-failed', 'the store is closed')
  if (rangeError.safeParse(error).success)
    return new StoreProblem('damaged', 'a number is larger than any that is kept')
  const known = sqliteError.safeParse(error)
  if (!known.success) return undefined
  const { errcode, errstr } = known.data
  return new StoreProblem(kindOf(errcode & 0xff), `SQLite: ${errstr} (${errcode})`)
}

function kindOf(errcode: number): StoreProblemKind {
  switch (errcode) {
    case full:
      return 'disk-full'
    case corrupt:
    case notADatabase:
      return 'damaged'
    default:
      return 'store-failed'
  }
}
