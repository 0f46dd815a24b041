import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Keeper } from '../../files/keeper.ts'
import { dataFiles } from '../../vault/data-folder.ts'
import type { KeptPin } from '../../vault/pin.ts'
import { keptInMemory, type RingKeeper } from '../../vault/ring-kept.ts'
import type { Vault } from '../../vault/vault.ts'
import { unfinished } from '../../vault/write-through.ts'
import { StoreProblem } from '../store-problem.ts'
import type { Stores } from '../stores.ts'
import { listBackups } from './backups.ts'
import type { Database } from './database.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { keptInRing } from './kept-in-ring.ts'
import type { HistoryProblem } from './migrate.ts'
import { listSetAside, makeReplacement, takePlace } from './restore.ts'
import { sqliteSql } from './statements.ts'
import { createStoreFile, type FileState, openStoreFile } from './store-file.ts'
import { sweep } from './sweep.ts'
import { createTables } from './tables.ts'
import { takeOver } from './take-over.ts'
import { createUpkeep, type Upkeep } from './upkeep.ts'

/** How the store was found at the start; paths of files. */
type StoreFound =
  | { readonly kind: 'sound' }
  /**
   * It was broken and stands aside; a backup took its place. Of what was kept since, there is what could still be read:
   * so many jobs, records, images and paid calls.
   */
  | {
      readonly kind: 'restored'
      readonly from: string
      readonly aside: string
      readonly salvaged: number
    }
  /** It was broken and stands aside; there was no backup, and what could still be read is all there is. */
  | { readonly kind: 'lost'; readonly aside: string; readonly salvaged: number }

export type OpenProblem =
  /** Another process has it open. */
  | { readonly kind: 'in-use' }
  | HistoryProblem
  /** Sealed with another key than the one that was given. */
  | { readonly kind: 'other-key' }
  | { readonly kind: 'disk-full' }
  /** @param message of the system, for support */
  | { readonly kind: 'store-failed'; readonly message: string }

export interface OpenStores {
  readonly stores: Stores
  readonly found: StoreFound
  readonly upkeep: Upkeep
  /** Where the PIN of the lock screen is kept: with the key, and not in the store. */
  readonly pin: Keeper<KeptPin>
  /** Waits for upkeep under way; afterwards nothing can be read or kept. */
  readonly close: () => Promise<void>
}

/**
 * Opens what a data folder keeps, or begins it. A newer or foreign store is left as it stands; a broken one is set aside
 * and the newest sound backup takes its place.
 */
export async function openStores(
  folder: string,
  vault: Vault,
  now: () => Date = () => new Date(),
  kept: RingKeeper = keptInMemory(),
): Promise<Result<OpenStores, OpenProblem>> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const lock = lockFolder(folder)
    if (lock === undefined) return fail({ kind: 'in-use' })
    try {
      sweep(folder)
      const opened = openOrRestore(folder, vault, now())
      if (opened.ok) return ok(openedStores({ folder, vault, now, kept, lock }, opened.value))
      lock.release()
      return opened
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    return fail(problemOf(error))
  }
}

interface Opened {
  readonly database: Database
  readonly found: StoreFound
}

interface OpenParts {
  readonly folder: string
  readonly vault: Vault
  readonly now: () => Date
  readonly kept: RingKeeper
  readonly lock: FolderLock
}

function openedStores(
  { folder, vault, now, kept, lock }: OpenParts,
  { database, found }: Opened,
): OpenStores {
  const inRing = keptInRing(kept)
  const tables = createTables(database, vault, inRing.anchor)
  try {
    takeOver(database, vault, tables, inRing)
  } catch (error) {
    database.close()
    throw error
  }
  const { upkeep, rest } = createUpkeep({ folder, database, tables, vault, now })
  upkeep.anchorLog()
  return {
    stores: tables.stores,
    found,
    upkeep,
    pin: inRing.pin,
    close: async () => {
      await rest()
      try {
        upkeep.anchorLog()
        database.exec(sqliteSql.emptyLog)
      } catch (error) {
        if (!(error instanceof StoreProblem)) throw error
        // The log stays, and the next start reads it.
      } finally {
        database.close()
        lock.release()
      }
    },
  }
}

function openOrRestore(folder: string, vault: Vault, now: Date): Result<Opened, OpenProblem> {
  const file = path.join(folder, dataFiles.store)
  const stands = existsSync(file) || existsSync(`${file}-wal`)
  const isNew = !stands && listBackups(folder).length === 0 && listSetAside(folder).length === 0
  if (isNew) createStoreFile(file, vault)
  const state: FileState = existsSync(file) ? openStoreFile(file, vault) : { kind: 'damaged' }
  switch (state.kind) {
    case 'sound':
      return ok({ database: state.database, found: { kind: 'sound' } })
    case 'damaged':
      return restore(folder, file, vault, now)
    default:
      return fail(state)
  }
}

function restore(
  folder: string,
  file: string,
  vault: Vault,
  now: Date,
): Result<Opened, OpenProblem> {
  const part = `${file}.${randomUUID()}${unfinished}`
  const { from, salvaged, ...replacement } = makeReplacement(folder, file, part, vault)
  const place = takePlace(part, file, now)
  const aside = replacement.aside ?? place
  const state = openStoreFile(file, vault)
  if (state.kind !== 'sound')
    return fail({ kind: 'store-failed', message: `the restored store is ${state.kind}` })
  const found: StoreFound =
    from === undefined
      ? { kind: 'lost', aside, salvaged }
      : { kind: 'restored', from, aside, salvaged }
  return ok({ database: state.database, found })
}

function problemOf(error: unknown): OpenProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'disk-full' }
  if (error instanceof StoreProblem && error.kind === 'disk-full') return { kind: 'disk-full' }
  if (error instanceof StoreProblem || code !== '')
    return { kind: 'store-failed', message: error instanceof Error ? error.message : code }
  throw error
}
