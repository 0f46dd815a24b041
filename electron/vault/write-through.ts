import { randomUUID } from 'node:crypto'
import { link, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** What an unfinished file ends with, so that a later start can sweep it. */
export const unfinished = '.part'

/**
 * Writes a small file that only its owner reads, so that at every moment the old or the whole new one stands there, also
 * after a power cut.
 */
export async function writeThrough(file: string, text: string): Promise<void> {
  await putInPlace(file, text, rename)
}

/** Like `writeThrough`, but never takes the place of a file: false when there is one. */
export async function writeThroughOnce(file: string, text: string): Promise<boolean> {
  try {
    await putInPlace(file, text, link)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function putInPlace(
  file: string,
  text: string,
  place: (from: string, to: string) => Promise<void>,
): Promise<void> {
  const temporary = `${file}.${randomUUID()}${unfinished}`
  try {
    await writeNew(temporary, text)
    await place(temporary, file)
    await flushFolder(path.dirname(file))
  } finally {
    await rm(temporary, { force: true })
  }
}

async function writeNew(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text, 'utf8')
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Has the disk take what was written to a file that nobody holds open. */
export async function flushFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync().finally(() => handle.close())
}

/** Makes what was renamed survive a power cut, where a folder can be flushed: not on Windows. */
export async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // The files themselves were flushed.
  }
}
