import { rmSync } from 'node:fs'
import type { Vault } from '../../vault/vault.ts'
import { type BackupOutcome, listBackups, makeBackup } from './backups.ts'
import { findBrokenSeals, isWhole } from './check.ts'
import type { Database } from './database.ts'
import { StoreProblem } from '../store-problem.ts'
import type { RemovedRow } from './removed.ts'
import { removeSetAside } from './restore.ts'
import { sqliteSql } from './statements.ts'
import { openBackupInTurns } from './store-file.ts'
import { createTables, type Tables } from './tables.ts'

interface CompactOutcome {
  /** How many backups hold nothing of it any more. */
  readonly clean: number
  /** Paths of backups that this version cannot change: what was removed still stands there, sealed. */
  readonly left: readonly string[]
}

type CheckOutcome =
  | { readonly kind: 'sound' }
  /** @param values how many sealed values do not open; 0 where the file itself is broken */
  | { readonly kind: 'damaged'; readonly values: number }

/** What must be done for a store now and then, one after the other, whoever asks; rejects with a `StoreProblem` alone. */
export interface Upkeep {
  /** Makes the backup of the day, unless it is there; a store that was set aside goes after seven days. */
  backUp(): Promise<BackupOutcome>
  /** Has what was removed leave the write-ahead log and every backup too. */
  compact(): Promise<CompactOutcome>
  /** Deletes every store that was set aside: row by row nothing can be removed from it. */
  removeSetAside(): Promise<void>
  /** Writes down outside of the store how far the audit log has come; where that fails, what stood there stands. */
  anchorLog(): void
  /** Looks at everything, every sealed value too. */
  check(): Promise<CheckOutcome>
  /** Opens what searches need, a little at a time. */
  warm(): Promise<void>
  /** Forgets what searches hold in memory, as when the desk is locked. */
  cool(): void
}

interface UpkeepParts {
  readonly folder: string
  readonly database: Database
  readonly tables: Tables
  readonly vault: Vault
  readonly now: () => Date
}

/** As long as a backup, in milliseconds. */
const asideKeptFor = 7 * 86_400_000

/** @returns the upkeep, and what waits until nothing of it is under way */
export function createUpkeep({ folder, database, tables, vault, now }: UpkeepParts): {
  readonly upkeep: Upkeep
  readonly rest: () => Promise<unknown>
} {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const next = last.then(act)
    last = next.catch(() => undefined)
    return next
  }

  async function compact(): Promise<CompactOutcome> {
    const rows = tables.removed.all()
    database.exec(sqliteSql.emptyLog)
    const left: string[] = []
    for (const file of rows.length === 0 ? [] : listBackups(folder)) {
      if (!(await removeFrom(file, rows, vault))) left.push(file)
    }
    if (left.length === 0) tables.removed.clear(rows)
    return { clean: listBackups(folder).length - left.length, left }
  }

  async function backUp(): Promise<BackupOutcome> {
    removeSetAside(folder, new Date(now().getTime() - asideKeptFor))
    const outcome = await makeBackup(database, vault, folder, now())
    anchorLog()
    return outcome
  }

  function anchorLog(): void {
    try {
      tables.audit.anchor()
    } catch (error) {
      if (!(error instanceof StoreProblem)) throw error
    }
  }

  async function check(): Promise<CheckOutcome> {
    if (!isWhole(database, 'full')) return { kind: 'damaged', values: 0 }
    const broken = await findBrokenSeals(database, vault)
    return broken.length === 0 ? { kind: 'sound' } : { kind: 'damaged', values: broken.length }
  }

  return {
    rest: () => last,
    upkeep: {
      backUp: () => inTurn(backUp),
      compact: () => inTurn(compact),
      removeSetAside: () => inTurn(async () => removeSetAside(folder)),
      anchorLog,
      check: () => inTurn(check),
      warm: () => tables.search.warm(),
      cool: () => tables.search.cool(),
    },
  }
}

/** @returns whether none of the rows is there any more */
async function removeFrom(
  file: string,
  rows: readonly RemovedRow[],
  vault: Vault,
): Promise<boolean> {
  const state = await openBackupInTurns(file, vault)
  if (state.kind === 'damaged') {
    // Nothing can be restored from it, and nothing removed but all of it.
    rmSync(file)
    return true
  }
  if (state.kind !== 'sound') return false
  const { database } = state
  try {
    const tables = createTables(database, vault)
    database.together(() => {
      for (const row of rows) tables.removeRow(row)
      tables.removed.clear(rows)
    })
    return true
  } finally {
    database.close()
  }
}
