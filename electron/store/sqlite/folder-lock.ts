import { closeSync, openSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ownFile } from '../../files/own-folder.ts'
import { dataFiles } from '../../vault/data-folder.ts'
import { isBusy, sqliteProblem } from './database.ts'
import { sqliteSql } from './statements.ts'

/** One process's hold of a data folder. */
export interface FolderLock {
  release(): void
}

/**
 * Takes a data folder for this process, nothing when another one has it. The system lets go of the lock when the process
 * ends, however it ends.
 */
export function lockFolder(folder: string): FolderLock | undefined {
  const file = path.join(folder, dataFiles.lock)
  makeOwnFile(file)
  const connection = connectTo(file)
  try {
    connection.exec(sqliteSql.takeLock)
    return { release: () => connection.close() }
  } catch (error) {
    connection.close()
    if (isBusy(error)) return undefined
    throw sqliteProblem(error) ?? error
  }
}

/** SQLite would make it as the umask says, and who may read it may hold it. */
function makeOwnFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  ownFile(file)
}

function connectTo(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 })
  } catch (error) {
    throw sqliteProblem(error) ?? error
  }
}

/** Whether another process holds the folder now. */
export function isInUse(folder: string): boolean {
  const lock = lockFolder(folder)
  lock?.release()
  return lock === undefined
}
