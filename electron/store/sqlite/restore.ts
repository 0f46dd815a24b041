import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { JobState } from '../../../core/jobs/job.ts'
import { isOver } from '../../../core/jobs/step.ts'
import { asideName } from '../../files/aside-name.ts'
import { dataFiles } from '../../vault/data-folder.ts'
import type { Vault } from '../../vault/vault.ts'
import { StoreProblem } from '../store-problem.ts'
import { listBackups } from './backups.ts'
import { type Database, peekInto } from './database.ts'
import { flush } from './flush.ts'
import { type Into, salvage, type Salvaged } from './salvage.ts'
import { createStoreFile, looksLikeDatabase, openBackupFile } from './store-file.ts'
import { createTables } from './tables.ts'

const asidePattern = /^desk\.broken-.+\.sqlite(-wal|-shm|-journal)?$/

/** Renames a broken store and what SQLite keeps beside it, so that nothing in it is lost; returns its new path. */
export function setAside(file: string, now: Date): string {
  const aside = asideName(file, now)
  for (const end of ['-wal', '-shm', '-journal', ''])
    if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`)
  return aside
}

/** Deletes stores that were set aside, all or those before a time: what they still gave was taken over then. */
export function removeSetAside(folder: string, before?: Date): void {
  const end = before === undefined ? undefined : asideName(dataFiles.store, before)
  for (const name of readdirSync(folder))
    if (asidePattern.test(name) && (end === undefined || name < end))
      rmSync(path.join(folder, name), { force: true })
}

/** What takes the place of a broken store. */
export interface Replacement {
  /** Path of the backup that it was made of, if there was one. */
  readonly from: string | undefined
  /** How many rows still came from the broken store. */
  readonly salvaged: number
}

/** Makes a store, at `part`, of the newest backup that is whole, or an empty one, and of what the broken one still gives. */
export function makeReplacement(
  folder: string,
  broken: string,
  part: string,
  vault: Vault,
): Replacement {
  const from = newestSound(folder, vault)
  if (from === undefined) createStoreFile(part, vault)
  else copyFileSync(from, part)
  const state = openBackupFile(part, vault)
  if (state.kind !== 'sound') throw new StoreProblem('store-failed', `the copy is ${state.kind}`)
  try {
    return { from, salvaged: bringBack(broken, state.database, vault) }
  } finally {
    state.database.close()
    flush(part)
  }
}

function newestSound(folder: string, vault: Vault): string | undefined {
  return listBackups(folder).find((candidate) => {
    const state = openBackupFile(candidate, vault)
    if (state.kind === 'sound') state.database.close()
    return state.kind === 'sound'
  })
}

/**
 * Adds what a broken store still gives. A job that is queued or running only as the backup has it may have been sent
 * since: what became of it is not known, and nothing sends it again by itself.
 */
function bringBack(broken: string, database: Database, vault: Vault): number {
  const tables = createTables(database, vault)
  const { count, jobs: known } = salvageFrom(broken, { database, tables }, vault)
  const { jobs } = tables.stores
  database.together(() => {
    for (const job of jobs.all())
      if (!known.has(job.id) && !isOver(job.state)) jobs.put({ ...job, state: mayHaveBeenSent })
  })
  return count
}

const mayHaveBeenSent: JobState = {
  kind: 'unknown',
  failure: {
    kind: 'outcome-unknown',
    message: 'the list was restored from a backup, and this may have been read since',
  },
}

function salvageFrom(file: string, into: Into, vault: Vault): Salvaged {
  const nothing = { count: 0, jobs: new Set<string>() }
  if (!existsSync(file) || !looksLikeDatabase(file)) return nothing
  try {
    const broken = peekInto(file)
    try {
      return salvage(broken, into, vault)
    } finally {
      broken.close()
    }
  } catch (error) {
    if (error instanceof StoreProblem && error.kind !== 'disk-full') return nothing
    throw error
  }
}
