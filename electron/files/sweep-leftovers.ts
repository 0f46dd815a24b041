import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { systemPath } from './system-path.ts'
import { isAbandoned } from './temporary.ts'

/** Removes from a folder what a program that was killed had begun to write. A folder that is not there is no matter. */
export const sweepLeftovers = (folder: string): Promise<void> => sweep(folder, isAbandoned)

/** The same for the folder that one program alone writes to, with what electron-store had begun. */
export const sweepDataFolder = (folder: string): Promise<void> =>
  sweep(folder, (name, age) => begunByStore.test(name) || isAbandoned(name, age))

const begunByStore = /^[a-z-]+\.json\.tmp-\d{10}[0-9a-f]{6}$/

async function sweep(
  folder: string,
  isLeftover: (name: string, age: number) => boolean,
): Promise<void> {
  for (const name of await readdir(systemPath(folder)).catch(() => [])) {
    if (!/\.part$|\.tmp-/.test(name)) continue
    const file = systemPath(path.join(folder, name))
    try {
      if (isLeftover(name, Date.now() - (await stat(file)).mtimeMs)) await rm(file)
    } catch {
      // Somebody else removed it, or holds it: the next start tries again.
    }
  }
}
