import { crc32, createInflate } from 'node:zlib'

/**
 * Whether a PNG holds what decoding it needs and nothing else: no text, no chunk that tells more than a resolution,
 * nothing behind its pixels or its end, and no colours under what is transparent. One that is interlaced counts as not.
 */
export async function isBarePng(file: Uint8Array): Promise<boolean> {
  const chunks = chunksOf(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  const [head] = chunks ?? []
  if (chunks === undefined || head?.type !== 'IHDR' || chunks.at(-1)?.type !== 'IEND') return false
  const pixels = chunks.flatMap(({ type, content }) => (type === 'IDAT' ? [content] : []))
  const size = pixelBytes(head.content)
  return size !== undefined && (await isExactly(Buffer.concat(pixels), size))
}

interface Chunk {
  readonly type: string
  readonly content: Buffer
}

const needed = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])

/** Most programs write it; so many pixels a metre, the same both ways. */
const isResolution = ({ type, content }: Chunk): boolean =>
  type === 'pHYs' &&
  content.length === 9 &&
  content.readUInt32BE(0) < 100_000 &&
  content.readUInt32BE(0) === content.readUInt32BE(4) &&
  (content[8] ?? 0) <= 1

const afterSignature = 8

/** All chunks; nothing where one is not needed, is said twice, is damaged, or where the last is not the end of the file. */
function chunksOf(file: Buffer): readonly Chunk[] | undefined {
  const chunks: Chunk[] = []
  for (let at = afterSignature; at < file.length; ) {
    if (file.length - at < 12) return undefined
    const size = file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    const isAgain = type !== 'IDAT' && chunks.some((chunk) => chunk.type === type)
    if (isAgain || at + 12 + size > file.length) return undefined
    const named = file.subarray(at + 4, at + 8 + size)
    const chunk = { type, content: named.subarray(4) }
    if (!needed.has(type) && !isResolution(chunk)) return undefined
    if (type === 'IEND' && size > 0) return undefined
    if (file.readUInt32BE(at + 8 + size) !== crc32(named)) return undefined
    chunks.push(chunk)
    at += 12 + size
  }
  return chunks
}

/** Samples of a pixel by type of colour; the types that are left out have transparency. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1 }

/** How many bytes the pixels of an image must unpack to; nothing where that is not looked into. */
function pixelBytes(head: Buffer): number | undefined {
  if (head.length !== 13) return undefined
  const [depth = 0, color = 0, , , interlaced] = head.subarray(8)
  const perPixel = samples[color]
  if (perPixel === undefined || interlaced !== 0) return undefined
  const row = 1 + Math.ceil((head.readUInt32BE(0) * perPixel * depth) / 8)
  return row * head.readUInt32BE(4)
}

/** Whether something unpacks to so many bytes, and nothing follows it. */
async function isExactly(packed: Buffer, size: number): Promise<boolean> {
  const unpacking = createInflate()
  unpacking.end(packed)
  let unpacked = 0
  try {
    for await (const part of unpacking) {
      unpacked += Buffer.byteLength(part)
      if (unpacked > size) return false
    }
  } catch {
    return false
  }
  return unpacked === size && unpacking.bytesWritten === packed.length
}
