import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs'

export type FolderProblem =
  /** It belongs to another user of this computer, who could lock or replace what is in it. */
  | { readonly kind: 'folder-of-another'; readonly path: string }
  /** Others may enter it, and there is more in it than the program's: it is not closed to them unasked. */
  | { readonly kind: 'folder-shared'; readonly path: string }

/**
 * Makes a folder that its owner alone may enter, or closes one that stands and is the program's. Throws what the system
 * says when it cannot be made or looked into. On Windows the folders of a person are that person's alone as they are.
 * @param isOurs whether a folder with such names in it is the program's
 */
export function ownFolder(
  folder: string,
  isOurs: (names: readonly string[]) => boolean,
): FolderProblem | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const user = process.getuid?.()
  if (user === undefined) return undefined
  const { uid, mode } = statSync(folder)
  if (uid !== user) return { kind: 'folder-of-another', path: folder }
  if ((mode & forOthers) === 0) return undefined
  if ((mode & ofEverybody) !== 0 || !isOurs(readdirSync(folder)))
    return { kind: 'folder-shared', path: folder }
  close(folder, 0o700)
  return undefined
}

/** Takes a file that stands from everybody but its owner. */
export function ownFile(file: string): void {
  const user = process.getuid?.()
  if (user === undefined) return
  const found = statSync(file, { throwIfNoEntry: false })
  if (found !== undefined && found.uid === user && (found.mode & forOthers) !== 0)
    close(file, 0o600)
}

const forOthers = 0o077
/** Of a folder such as `/tmp`, in which each may keep things. */
const ofEverybody = 0o1000

function close(place: string, mode: number): void {
  try {
    chmodSync(place, mode)
  } catch {
    // A disk that knows no modes, such as a USB stick: what is kept there is sealed all the same.
  }
}
