import { open } from 'node:fs/promises'
import { sniff, sniffLength } from '../engine/decode/sniff.ts'
import { systemPath } from './system-path.ts'

/** The first bytes of a file; throws when it cannot be read. */
export async function beginningOf(file: string, length: number): Promise<Uint8Array> {
  await using handle = await open(systemPath(file))
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
  return buffer.subarray(0, bytesRead)
}

const otherPictures = new Set(['HEIC', 'SVG', 'JPEG 2000', 'JPEG XL', 'PSD', 'ICO'])

/** Whether a file holds a picture, also one that is not read here, whatever its name says. */
export async function isImage(file: string): Promise<boolean> {
  const sniffed = sniff(await beginningOf(file, sniffLength))
  return sniffed.kind === 'image' || (sniffed.kind === 'other' && otherPictures.has(sniffed.found))
}
