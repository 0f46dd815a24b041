import sharp from 'sharp'

/**
 * Whether a JPEG holds what decoding it needs and nothing else: no comment, no application's segment that could tell
 * something, nothing between its parts, in its scans or behind its end.
 */
export async function isBareJpeg(file: Uint8Array): Promise<boolean> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const parts = partsOf(bytes)
  const frame = parts?.find(({ marker }) => frames.has(marker))
  if (parts === undefined || frame === undefined || !parts.every(isNeeded)) return false
  const heads = parts.filter(({ marker }) => !repeatable.has(marker))
  if (heads.length > new Set(heads.map(({ marker }) => marker)).size) return false
  return decodesWithoutRemark(expectingScans(bytes, frame))
}

interface Part {
  readonly marker: number
  /** Where its content begins in the file. */
  readonly at: number
  readonly content: Buffer
}

const end = 0xd9
const scan = 0xda
/** Baseline, extended and progressive. */
const frames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2])
/** Quantization and Huffman tables, the interval of restarts, scans. */
const repeatable: ReadonlySet<number> = new Set([0xdb, 0xc4, 0xdd, scan])

/** All parts between start and end; nothing where something else stands between or behind them. */
function partsOf(file: Buffer): readonly Part[] | undefined {
  const parts: Part[] = []
  for (let at = 2; at + 4 <= file.length; ) {
    const marker = file[at + 1] ?? 0
    if (file[at] !== 0xff) return undefined
    const next = at + 2 + file.readUInt16BE(at + 2)
    parts.push({ marker, at: at + 4, content: file.subarray(at + 4, next) })
    at = marker === scan ? endOfScan(file, next) : next
    if (at + 2 === file.length) return file[at] === 0xff && file[at + 1] === end ? parts : undefined
  }
  return undefined
}

/** Where the next part begins: in a scan, 0 or the number of a restart follows every FF. */
function endOfScan(file: Buffer, from: number): number {
  let at = from
  for (; at < file.length; at++) {
    const next = file[at + 1] ?? 0
    if (file[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) break
  }
  return at
}

function isNeeded({ marker, content }: Part): boolean {
  switch (marker) {
    // JFIF without a thumbnail, and Adobe's segment say how colours are stored.
    case 0xe0:
      return content.length === 14 && begins(content, 'JFIF\0') && content.readUInt16BE(12) === 0
    case 0xee:
      return content.length === 12 && begins(content, 'Adobe')
    default:
      if (frames.has(marker)) return content.length === 6 + 3 * (content[5] ?? 0)
      return repeatable.has(marker)
  }
}

const begins = (content: Buffer, text: string): boolean =>
  content.toString('latin1', 0, text.length) === text

/**
 * The same picture, whose frame says that more colours are to come: then the decoder reads on to the end, instead of
 * stopping at the last pixel, and sees what stands between the two.
 */
function expectingScans(file: Buffer, { at, content }: Part): Buffer {
  const colors = content[5] ?? 0
  // The decoder knows pictures of three colours and of four.
  const more = Buffer.from(colors === 1 ? [254, 0x11, 0, 255, 0x11, 0] : [255, 0x11, 0])
  const frame = Buffer.concat([content, more])
  frame[5] = colors + more.length / 3
  const size = Buffer.alloc(2)
  size.writeUInt16BE(2 + frame.length)
  const rest = file.subarray(at + content.length)
  return Buffer.concat([file.subarray(0, at - 2), size, frame, rest])
}

/** The decoder remarks on bytes that it has to skip; from nine of them on it always did. */
const decodesWithoutRemark = (file: Buffer): Promise<boolean> =>
  sharp(file, { failOn: 'warning' })
    .resize(glance)
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    )

/** In pixels; small, for every part of the file is decoded for it all the same. */
const glance = 64
