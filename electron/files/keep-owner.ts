import { chmod, chown, stat } from 'node:fs/promises'
import { systemPath } from './system-path.ts'

interface Owned {
  readonly mode: bigint
  readonly uid: bigint
  readonly gid: bigint
}

const groupsRights = 0o070

/**
 * Gives a file the owner and the rights of the one whose place it takes. Where the group cannot be kept, no other group
 * gets its rights.
 */
export async function keepOwner(place: string, before: Owned): Promise<void> {
  if (process.platform === 'win32') return
  const file = systemPath(place)
  const [uid, gid] = [Number(before.uid), Number(before.gid)]
  const own = await stat(file)
  const gives = (owner: number): Promise<boolean> => isDone(chown(file, owner, gid))
  const isGroupKept =
    (own.uid === uid && own.gid === gid) || (await gives(uid)) || (await gives(own.uid))
  const mode = Number(before.mode) & 0o777
  await isDone(chmod(file, isGroupKept ? mode : mode & ~groupsRights))
}

/** Not every disk knows owners and rights: where they cannot be given, the file stays for this user only. */
function isDone(act: Promise<void>): Promise<boolean> {
  return act.then(
    () => true,
    () => false,
  )
}
