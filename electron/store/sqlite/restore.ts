import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import type { Vault } from '../../vault/vault.ts'
import { unfinished } from '../../vault/write-through.ts'
import { listBackups } from './backups.ts'
import { flush } from './flush.ts'
import { openBackupFile } from './store-file.ts'

/** Renames a broken store and what SQLite keeps beside it, so that nothing in it is lost; returns its new path. */
export function setAside(file: string, now: Date): string {
  const aside = file.replace(
    /\.sqlite$/,
    `.broken-${now.toISOString().replaceAll(/[:.]/g, '-')}.sqlite`,
  )
  for (const end of ['-wal', '-shm', '-journal', ''])
    if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`)
  return aside
}

/** Puts the newest backup that is whole in the place of the store; returns its path, nothing when none is. */
export function restoreNewest(folder: string, file: string, vault: Vault): string | undefined {
  for (const candidate of listBackups(folder)) {
    const state = openBackupFile(candidate, vault)
    if (state.kind !== 'sound') continue
    state.database.close()
    const part = `${file}.${randomUUID()}${unfinished}`
    copyFileSync(candidate, part)
    flush(part)
    renameSync(part, file)
    return candidate
  }
  return undefined
}
