import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { systemPath } from './system-path.ts'

/**
 * Makes a folder and those that it is in, where they are missing; throws when it cannot. Node's own way never ends where
 * the system says `ENOENT` of a folder whose parent is there, as Linux does in /proc.
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  if (await isFolder(folder)) return
  const parent = path.dirname(folder)
  if (parent !== folder) await makeFolder(parent, mode)
  try {
    await mkdir(systemPath(folder), mode)
  } catch (error) {
    if (!(await isFolder(folder))) throw error
  }
}

const isFolder = (place: string): Promise<boolean> =>
  stat(systemPath(place)).then(
    (found) => found.isDirectory(),
    () => false,
  )
