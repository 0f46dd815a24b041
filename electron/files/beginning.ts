import { open } from 'node:fs/promises'
import { systemPath } from './system-path.ts'

/** The first bytes of a file; throws when it cannot be read. */
export async function beginningOf(file: string, length: number): Promise<Uint8Array> {
  await using handle = await open(systemPath(file))
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
  return buffer.subarray(0, bytesRead)
}
