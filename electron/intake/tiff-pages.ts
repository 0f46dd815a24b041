import type { FileHandle } from 'node:fs/promises'

/** The decoder counts no further. */
const mostDirectories = 65_535
/** Tag that says what a directory holds, and the bits of a smaller copy and of a mask. */
const subfileType = 254
const noPage = 0b101

/**
 * The pages of a TIFF, 1-based, as the decoder counts them: all directories but smaller copies and masks. One that is
 * cut off counts: reading it tells what is wrong.
 */
export async function tiffPages(file: FileHandle): Promise<readonly number[]> {
  const header = await bytesAt(file, 0, 8)
  const little = header?.getUint8(0) === 0x49
  const pages: number[] = []
  const seen = new Set<number>()
  let offset = header?.getUint32(4, little) ?? 0
  while (offset !== 0 && !seen.has(offset) && seen.size < mostDirectories) {
    seen.add(offset)
    const directory = await directoryAt(file, offset, little)
    if (directory?.isPage !== false) pages.push(seen.size)
    offset = directory?.next ?? 0
  }
  return pages.length === 0 ? [1] : pages
}

/** Nothing where the file ends before the directory does. */
async function directoryAt(
  file: FileHandle,
  offset: number,
  little: boolean,
): Promise<{ readonly isPage: boolean; readonly next: number } | undefined> {
  const count = (await bytesAt(file, offset, 2))?.getUint16(0, little)
  if (count === undefined) return undefined
  const length = 12 * count
  const entries = await bytesAt(file, offset + 2, length + 4)
  if (entries === undefined) return undefined
  const at = Array.from({ length: count }, (_, index) => 12 * index)
  const type = at.find((entry) => entries.getUint16(entry, little) === subfileType)
  const bits = type === undefined ? 0 : entries.getUint32(type + 8, little)
  return { isPage: (bits & noPage) === 0, next: entries.getUint32(length, little) }
}

async function bytesAt(
  file: FileHandle,
  position: number,
  length: number,
): Promise<DataView | undefined> {
  const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, position)
  return bytesRead < length ? undefined : new DataView(buffer.buffer)
}
