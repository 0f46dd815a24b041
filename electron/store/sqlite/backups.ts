import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { backup } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { dataFiles } from '../../vault/data-folder.ts'
import type { Vault } from '../../vault/vault.ts'
import { flushFile, flushFolder, unfinished } from '../../vault/write-through.ts'
import { StoreProblem, type StoreProblemKind } from '../store-problem.ts'
import { findBrokenSeals } from './check.ts'
import { type Database, sqliteProblem } from './database.ts'
import { openBackupInTurns } from './store-file.ts'
import { sqliteSql } from './statements.ts'
import { createTables } from './tables.ts'

export type BackupOutcome =
  | { readonly kind: 'made'; readonly path: string }
  /** There is one of today. */
  | { readonly kind: 'there'; readonly path: string }
  /** What was there before is still there. */
  | { readonly kind: 'failed'; readonly reason: StoreProblemKind }

const mostBackups = 7
const namePattern = /^desk-\d{4}-\d{2}-\d{2}\.sqlite$/

export const backupsIn = (folder: string): string => path.join(folder, dataFiles.backups)

/** Paths of all backups, the newest first. */
export function listBackups(folder: string): string[] {
  const backups = backupsIn(folder)
  if (!existsSync(backups)) return []
  return readdirSync(backups)
    .filter((name) => namePattern.test(name))
    .toSorted()
    .toReversed()
    .map((name) => path.join(backups, name))
}

/**
 * Copies the database while it is in use into the file of the day (UTC), unless it is there; checks the copy before it
 * counts, and then removes the oldest but seven. Images that wait without a file are left out.
 */
export async function makeBackup(
  database: Database,
  vault: Vault,
  folder: string,
  now: Date,
): Promise<BackupOutcome> {
  const name = `desk-${now.toISOString().slice(0, 10)}.sqlite`
  const file = path.join(backupsIn(folder), name)
  if (existsSync(file)) return { kind: 'there', path: file }
  const part = `${file}${unfinished}`
  try {
    mkdirSync(backupsIn(folder), { recursive: true, mode: 0o700 })
    rmSync(part, { force: true })
    await copyTo(part, database)
    chmodSync(part, 0o600)
    await clean(part, vault)
    await flushFile(part)
    renameSync(part, file)
    flushFolder(backupsIn(folder))
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) }
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmQuietly(`${part}${end}`)
  }
  for (const old of listBackups(folder).slice(mostBackups)) rmSync(old, { force: true })
  return { kind: 'made', path: file }
}

const mostTries = 100

/**
 * Node begins a copy on another thread, and gives up with the error "not an error" when this one is in the middle of a
 * change just then; once begun it waits by itself. The disk takes what was copied while more is: at the end that would
 * keep everybody else from the connection.
 */
async function copyTo(part: string, { connection }: Database): Promise<void> {
  let flushing: Promise<void> | undefined
  const progress = (): void => {
    flushing ??= flushFile(part)
      .catch(() => undefined)
      .finally(() => {
        flushing = undefined
      })
  }
  for (let tries = 1; ; tries += 1) {
    try {
      await backup(connection, part, { progress })
      return
    } catch (error) {
      if (!isNoError(error) || tries === mostTries) throw error
      await nextTurn()
    } finally {
      await flushing
    }
  }
}

const isNoError = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === 0

function rmQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // The next start sweeps it.
  }
}

/** Takes out what no backup keeps, and throws unless all the rest can be read. */
async function clean(file: string, vault: Vault): Promise<void> {
  const state = await openBackupInTurns(file, vault, sqliteSql.leaveOut)
  if (state.kind !== 'sound') throw new StoreProblem('damaged', `the copy is ${state.kind}`)
  const { database } = state
  try {
    createTables(database, vault).audit.retire()
    const broken = await findBrokenSeals(database, vault)
    if (broken.length > 0)
      throw new StoreProblem('damaged', `${broken.length} values in the copy do not open`)
  } finally {
    database.close()
  }
}

function reasonOf(error: unknown): StoreProblemKind {
  if (error instanceof StoreProblem) return error.kind
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  return sqliteProblem(error)?.kind ?? 'store-failed'
}
