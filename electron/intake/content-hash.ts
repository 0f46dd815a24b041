import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { Result } from '../../core/result.ts'
import { type FileTrouble, maxBytes, openOrdinary } from '../files/ordinary-file.ts'

const pieceLength = 256 * 1024

/** SHA-256 in hex of what an ordinary file holds; an aborted signal ends it early, as `not-readable-now`. */
export const contentHash = (
  place: string,
  signal?: AbortSignal,
): Promise<Result<string, FileTrouble>> =>
  openOrdinary(place, ({ handle }) => hashOf(handle, signal))

/** The same of a file that is open; read piece by piece, and no further than a file may be large. */
export async function hashOf(handle: FileHandle, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(pieceLength)
  for (let at = 0; at <= maxBytes; ) {
    signal?.throwIfAborted()
    const { bytesRead } = await handle.read(piece, 0, pieceLength, at)
    if (bytesRead === 0) break
    hash.update(piece.subarray(0, bytesRead))
    at += bytesRead
  }
  return hash.digest('hex')
}
