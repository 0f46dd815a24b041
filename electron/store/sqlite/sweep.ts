import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { backupsIn } from './backups.ts'

/** Names of what a write that was cut short leaves, and of what SQLite keeps beside it. */
const leftover = /^(desk|keys)[^/]*\.part(-journal|-wal|-shm)?$/

/** Removes what an end in the middle of a write left in a data folder. */
export function sweep(folder: string): void {
  for (const each of [folder, backupsIn(folder)]) {
    if (!existsSync(each)) continue
    for (const name of readdirSync(each))
      if (leftover.test(name)) rmSync(path.join(each, name), { force: true })
  }
}
