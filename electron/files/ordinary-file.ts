import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { fail, ok, type Result } from '../../core/result.ts'
import { faultOfError, type OpeningFault } from './fault-of-error.ts'
import { systemPath } from './system-path.ts'

/** A larger file than 40 MiB is refused before it is read. */
export const maxBytes = 40 * 1024 * 1024

export interface FileTrouble {
  readonly kind: OpeningFault | 'empty' | 'too-many-bytes'
  /** For support. */
  readonly detail: string
}

export interface OrdinaryFile {
  readonly handle: FileHandle
  /** At most `maxBytes`. */
  readonly size: number
}

/** A pipe that nobody writes to, or a device, would hold up whoever opens it. */
const withoutWaiting = constants.O_RDONLY | constants.O_NONBLOCK

/** Opens an ordinary file that is neither empty nor too large, and closes it once it was read. */
export async function openOrdinary<Value>(
  place: string,
  read: (file: OrdinaryFile) => Promise<Value>,
): Promise<Result<Value, FileTrouble>> {
  try {
    await using handle = await open(systemPath(place), withoutWaiting)
    const found = await handle.stat()
    const { size } = found
    if (!found.isFile()) return fail({ kind: 'not-a-file', detail: 'no ordinary file' })
    if (size === 0) return fail({ kind: 'empty', detail: 'no bytes' })
    if (size > maxBytes) return fail({ kind: 'too-many-bytes', detail: `${size} bytes` })
    return ok(await read({ handle, size }))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return fail({ kind: faultOfError(error), detail: code })
  }
}

/** All that a file held when it was opened. */
export async function bytesOf({ handle, size }: OrdinaryFile): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size)
  let at = 0
  while (at < size) {
    const { bytesRead } = await handle.read(bytes, at, size - at, at)
    if (bytesRead === 0) break
    at += bytesRead
  }
  return bytes.subarray(0, at)
}
