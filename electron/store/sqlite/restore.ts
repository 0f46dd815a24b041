import { copyFileSync, existsSync, linkSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Job, JobState } from '../../../core/jobs/job.ts'
import { isOver, step } from '../../../core/jobs/step.ts'
import { imageOf } from '../../../core/license/record.ts'
import { asideName } from '../../files/aside-name.ts'
import { dataFiles } from '../../vault/data-folder.ts'
import type { Vault } from '../../vault/vault.ts'
import { unfinished } from '../../vault/write-through.ts'
import { StoreProblem } from '../store-problem.ts'
import { listBackups } from './backups.ts'
import { type Database, peekInto } from './database.ts'
import { flush } from './flush.ts'
import { type Into, salvage, type Salvaged } from './salvage.ts'
import { createStoreFile, looksLikeDatabase, openBackupFile } from './store-file.ts'
import { createTables } from './tables.ts'

const asidePattern = /^desk\.broken-.+\.sqlite(-wal|-shm|-journal)?$/

/** Paths of stores that were set aside, the newest first. */
export const listSetAside = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => asidePattern.test(name) && name.endsWith('.sqlite'))
    .toSorted()
    .toReversed()
    .map((name) => path.join(folder, name))

/**
 * Puts a store in the place of a broken one. That one stands aside from then on, with what SQLite keeps beside it, so
 * that nothing in it is lost: returns its new path. Wherever the program ends, one of the two stands in the place.
 */
export function takePlace(part: string, file: string, now: Date): string {
  const aside = freeAside(file, now)
  for (const end of ['-wal', '-shm', '-journal'])
    if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`)
  if (existsSync(file)) nameAlso(file, aside)
  renameSync(part, file)
  return aside
}

const freeAside = (file: string, at: Date): string => {
  const aside = asideName(file, at)
  return existsSync(aside) ? freeAside(file, new Date(at.getTime() + 1)) : aside
}

function nameAlso(file: string, aside: string): void {
  try {
    linkSync(file, aside)
  } catch {
    // A disk without hard links, such as a USB stick, gets a copy.
    copyFileSync(file, `${aside}${unfinished}`)
    flush(`${aside}${unfinished}`)
    renameSync(`${aside}${unfinished}`, aside)
  }
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
  /** Path of the store that was looked through, where that had been set aside before. */
  readonly aside: string | undefined
  /** How many rows still came from the broken store. */
  readonly salvaged: number
}

/**
 * Makes a store, at `part`, of the newest backup that is whole, or an empty one, and of what the broken one still gives.
 * Where none stands in its place, that is the last one that was set aside.
 */
export function makeReplacement(
  folder: string,
  broken: string,
  part: string,
  vault: Vault,
): Replacement {
  const from = newestSound(folder, vault)
  if (from === undefined) createStoreFile(part, vault)
  else copyFileSync(from, part)
  const aside = existsSync(broken) ? undefined : asideSince(folder, from)
  const state = openBackupFile(part, vault)
  if (state.kind !== 'sound') throw new StoreProblem('store-failed', `the copy is ${state.kind}`)
  try {
    const looked = { file: aside ?? broken, isLast: aside === undefined }
    return { from, aside, salvaged: bringBack(looked, state.database, vault) }
  } finally {
    state.database.close()
    flush(part)
  }
}

/** The last store that was set aside, unless the backup is of a later day: that has all that came of it, and more. */
function asideSince(folder: string, backup: string | undefined): string | undefined {
  const [aside] = listSetAside(folder)
  const isOlder = backup !== undefined && aside !== undefined && dayOf(aside) < dayOf(backup)
  return isOlder ? undefined : aside
}

const dayOf = (file: string): string => /\d{4}-\d{2}-\d{2}/.exec(path.basename(file))?.[0] ?? ''

function newestSound(folder: string, vault: Vault): string | undefined {
  return listBackups(folder).find((candidate) => {
    const state = openBackupFile(candidate, vault)
    if (state.kind === 'sound') state.database.close()
    return state.kind === 'sound'
  })
}

interface Broken {
  readonly file: string
  /** Whether it stood in its place until now; else much may have been done since. */
  readonly isLast: boolean
}

/**
 * Adds what a broken store still gives. A job that is queued or running only as the backup has it, or an earlier store,
 * may have been sent since, and so may one that ran, when no call of it came out: nothing sends those again by itself.
 */
function bringBack({ file, isLast }: Broken, database: Database, vault: Vault): number {
  const tables = createTables(database, vault)
  const { count, jobs: known } = salvageFrom(file, { database, tables }, vault)
  const { jobs, paid } = tables.stores
  const isSure = ({ id, state, source }: Job): boolean =>
    isLast && known.has(id) && (state.kind === 'queued' || paid.get(imageOf(source)) !== undefined)
  database.together(() => {
    for (const job of jobs.all())
      if (!isOver(job.state) && !isSure(job)) jobs.put({ ...job, state: endOf(job.state) })
  })
  return count
}

/** How a job ends of which nobody knows what became; what was read of it before stands. */
const endOf = (state: JobState): JobState =>
  step(step(state, { kind: 'start' }), {
    kind: 'fail',
    failure: {
      kind: 'outcome-unknown',
      message: 'the records were damaged, and this may have been read before',
    },
  })

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
