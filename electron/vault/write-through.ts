import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'

/** What an unfinished file ends with, so that a later start can sweep it. */
export const unfinished = '.part'

/**
 * Writes a small file that only its owner reads, so that at every moment the old or the whole new one stands there, also
 * after a power cut.
 */
export function writeThrough(file: string, text: string): void {
  putInPlace(file, text, renameSync)
}

/** Like `writeThrough`, but never takes the place of a file: false when there is one. */
export function writeThroughOnce(file: string, text: string): boolean {
  try {
    putInPlace(file, text, linkSync)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function putInPlace(file: string, text: string, place: (from: string, to: string) => void): void {
  const temporary = `${file}.${randomUUID()}${unfinished}`
  try {
    writeFileSync(temporary, text, { flag: 'wx', mode: 0o600, flush: true })
    place(temporary, file)
    flushFolder(path.dirname(file))
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** Has the disk take what was written to a file that nobody holds open. */
export async function flushFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync().finally(() => handle.close())
}

/** Makes what was renamed survive a power cut, where a folder can be flushed: not on Windows. */
export function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // The files themselves were flushed.
  }
}
