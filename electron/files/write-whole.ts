import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { temporaryBeside } from './temporary.ts'

/**
 * Writes a file that only this user can read, so that at every moment either the old or the whole new one stands there.
 * Throws, and leaves the old one, when it cannot.
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const temporary = temporaryBeside(file)
  try {
    writeFileSync(temporary, content, { flag: 'wx', mode: 0o600, flush: true })
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  flushFolder(path.dirname(file))
}

/** Makes the rename survive a power cut, where a folder can be flushed: not on Windows. */
function flushFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r')
    try {
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch {
    // The file itself was flushed.
  }
}
