import { randomUUID } from 'node:crypto'
import { chmodSync, closeSync, openSync, readSync, renameSync } from 'node:fs'
import type { Vault } from '../../vault/vault.ts'
import { unfinished } from '../../vault/write-through.ts'
import { StoreProblem } from '../store-problem.ts'
import { isSealedWith, isWhole, markKey, opensAtStart, opensAtStartInTurns } from './check.ts'
import { type Database, openDatabase, peekInto } from './database.ts'
import { flush } from './flush.ts'
import { checkHistory, type HistoryProblem, migrate } from './migrate.ts'
import { sqliteSql } from './statements.ts'
import { createTables } from './tables.ts'
import { isFileWhole } from './whole-file.ts'

/** What a file of the store turned out to be. */
export type FileState =
  | { readonly kind: 'sound'; readonly database: Database }
  | { readonly kind: 'damaged' }
  /** Sealed with the key of other data. */
  | { readonly kind: 'other-key' }
  | HistoryProblem

/** Opens the desk's own file for this process alone, and brings it to this version. */
export function openStoreFile(file: string, vault: Vault): FileState {
  return (
    newerVersionIn(file) ?? openChecked(file, vault, 'quick', [sqliteSql.alone, sqliteSql.safe])
  )
}

/** Opens a backup, a single file, and brings it to this version. */
export const openBackupFile = (file: string, vault: Vault): FileState =>
  newerVersionIn(file) ?? openChecked(file, vault, 'full', [sqliteSql.single])

/**
 * The same, while others have their turn.
 * @param before what is done to it first, in SQL
 */
export async function openBackupInTurns(
  file: string,
  vault: Vault,
  before?: string,
): Promise<FileState> {
  const newer = newerVersionIn(file)
  if (newer !== undefined) return newer
  if (!looksLikeDatabase(file) || !(await isFileWhole(file, before))) return { kind: 'damaged' }
  const state = openOurs(file, vault, [sqliteSql.single], {
    isWhole: () => true,
    opens: () => true,
  })
  if (state.kind !== 'sound') return state
  let isSound = false
  try {
    isSound = await opensAtStartInTurns(state.database, vault)
  } catch (error) {
    if (!isDamage(error)) throw error
  } finally {
    if (!isSound) state.database.close()
  }
  return isSound ? state : { kind: 'damaged' }
}

/** Makes an empty store; it stands in its place only when it is whole. */
export function createStoreFile(file: string, vault: Vault): void {
  const part = `${file}.${randomUUID()}${unfinished}`
  const database = openDatabase(part)
  try {
    database.exec(sqliteSql.single)
    migrate(database)
    database.together(() => {
      markKey(database, vault)
      createTables(database, vault).audit.begin()
    })
  } finally {
    database.close()
  }
  chmodSync(part, 0o600)
  flush(part)
  renameSync(part, file)
}

/** What every database of SQLite begins with. */
const opening = Buffer.from('SQLite format 3\0', 'latin1')

/** Told before SQLite opens it: it would take an empty file for a new one, and throw away the log beside it. */
export function looksLikeDatabase(file: string): boolean {
  const handle = openSync(file, 'r')
  try {
    const start = Buffer.alloc(opening.length)
    readSync(handle, start, 0, start.length, 0)
    return start.equals(opening)
  } finally {
    closeSync(handle)
  }
}

/** Tells of a file of a newer version before anything touches it. */
function newerVersionIn(file: string): FileState | undefined {
  try {
    const database = peekInto(file)
    try {
      const history = checkHistory(database)
      return !history.ok && history.error.kind === 'newer' ? history.error : undefined
    } finally {
      database.close()
    }
  } catch (error) {
    if (error instanceof StoreProblem) return undefined
    throw error
  }
}

const openChecked = (
  file: string,
  vault: Vault,
  how: 'quick' | 'full',
  settings: readonly string[],
): FileState =>
  looksLikeDatabase(file)
    ? openOurs(file, vault, settings, {
        isWhole: (database) => isWhole(database, how),
        opens: (database) => opensAtStart(database, vault),
      })
    : { kind: 'damaged' }

interface Looks {
  readonly isWhole: (database: Database) => boolean
  readonly opens: (database: Database) => boolean
}

function openOurs(
  file: string,
  vault: Vault,
  settings: readonly string[],
  looks: Looks,
): FileState {
  const database = openDatabase(file)
  return closingOnTrouble(database, (): FileState => {
    for (const setting of settings) database.exec(setting)
    if (!looks.isWhole(database)) return { kind: 'damaged' }
    const history = checkHistory(database)
    if (!history.ok) return history.error
    if (history.value.length === 0) return { kind: 'damaged' }
    if (!isSealedWith(database, vault)) return { kind: 'other-key' }
    migrate(database)
    return looks.opens(database) ? { kind: 'sound', database } : { kind: 'damaged' }
  })
}

const isDamage = (error: unknown): boolean =>
  error instanceof StoreProblem && error.kind === 'damaged'

function closingOnTrouble(database: Database, look: () => FileState): FileState {
  let state: FileState | undefined
  try {
    state = look()
    return state
  } catch (error) {
    if (isDamage(error)) return { kind: 'damaged' }
    throw error
  } finally {
    if (state?.kind !== 'sound') database.close()
  }
}
