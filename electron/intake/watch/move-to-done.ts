import { constants } from 'node:fs'
import { copyFile, link, lstat, mkdir, stat, unlink } from 'node:fs/promises'
import path from 'node:path'
import { doneFolder } from '../../../core/intake/watch.ts'
import { codeOf } from '../../files/code-of.ts'
import { systemPath } from '../../files/system-path.ts'

/** So many files of one name are told apart by a number. */
const mostOfOneName = 1000

/**
 * Moves a file of a watched folder to the same place below `done` in it; whatever stands there stays, and the file gets
 * a number. `told` hears of the new place as soon as the file is there, and before it is gone from the old one.
 * @returns whether it was moved
 */
export async function moveToDone(
  folder: string,
  file: string,
  told: (to: string) => void,
): Promise<boolean> {
  try {
    const wanted = path.join(folder, doneFolder, path.relative(folder, file))
    await mkdir(systemPath(path.dirname(wanted)), { recursive: true })
    const to = await placeFor(file, wanted)
    if (to === undefined) return false
    told(to)
    await unlink(systemPath(file))
    return true
  } catch (error) {
    if (codeOf(error) === '') throw error
    return false
  }
}

/** Where the file stands by now. */
async function placeFor(file: string, wanted: string): Promise<string | undefined> {
  const { dir, name, ext } = path.parse(wanted)
  for (let number = 1; number < mostOfOneName; number += 1) {
    const to = number === 1 ? wanted : path.join(dir, `${name} (${number})${ext}`)
    if (await standsAt(file, to)) return to
  }
  return undefined
}

async function standsAt(file: string, to: string): Promise<boolean> {
  try {
    await link(systemPath(file), systemPath(to))
    return true
  } catch (error) {
    // Left by a move that was cut off between its two steps.
    if (codeOf(error) === 'EEXIST') return isSame(file, to)
    if (!withoutLinks.has(codeOf(error))) throw error
  }
  try {
    await copyFile(systemPath(file), systemPath(to), constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** As drives of cameras and folders in the network have it. */
const withoutLinks: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
])

async function isSame(file: string, other: string): Promise<boolean> {
  const [one, two] = [await stat(systemPath(file)), await lstat(systemPath(other))]
  return one.ino !== 0 && one.ino === two.ino && one.dev === two.dev
}
