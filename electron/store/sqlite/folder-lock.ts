import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { dataFiles } from '../../vault/data-folder.ts'
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
  const connection = new DatabaseSync(path.join(folder, dataFiles.lock), { timeout: 0 })
  try {
    // An empty transaction on an empty file: it writes nothing, there or beside it.
    connection.exec(sqliteSql.takeLock)
    return { release: () => connection.close() }
  } catch (error) {
    connection.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return undefined
    throw error
  }
}

const busy = 5
