/** Reads a part of a file; nothing where the file ends before it. */
export type BytesAt = (position: number, length: number) => Promise<DataView | undefined>

/** One page of a TIFF, or a smaller copy or a mask of one. */
export interface TiffDirectory {
  /** Where it begins. */
  readonly offset: number
  /** Where it says where the next one begins. */
  readonly link: number
  /** Length of an offset in this file. */
  readonly wordLength: 4 | 8
  /** The first value of a tag. */
  readonly value: (tag: number) => Promise<number | undefined>
}

/** Of a file in memory. */
export const inMemory =
  (bytes: Uint8Array): BytesAt =>
  async (position, length) =>
    position + length > bytes.length
      ? undefined
      : new DataView(bytes.buffer, bytes.byteOffset + position, length)

export const tiffTag = {
  subfileType: 254,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  horizontalResolution: 282,
  verticalResolution: 283,
  tileOffsets: 324,
  sampleFormat: 339,
  jpegOffset: 513,
} as const

/** Directories have about twenty entries; a longer one than this is none. */
const mostEntries = 1000

interface Form {
  readonly little: boolean
  readonly big: boolean
}

/**
 * The directories of a TIFF, plain or BigTIFF, in order, each once; the last is nothing where the file ends before it
 * does. Reads at most 20 kB of each.
 */
export async function* tiffDirectories(
  bytesAt: BytesAt,
): AsyncGenerator<TiffDirectory | undefined> {
  const header = await bytesAt(0, 8)
  if (header === undefined) return
  const little = header.getUint8(0) === 0x49
  const form = { little, big: header.getUint16(2, little) === 43 }
  let offset = form.big ? numberAt(await bytesAt(8, 8), 0, 8, little) : header.getUint32(4, little)
  const seen = new Set<number>()
  while (offset !== undefined && offset !== 0 && !seen.has(offset)) {
    seen.add(offset)
    const found = await directoryAt(bytesAt, offset, form)
    yield found
    offset = found?.next
  }
}

async function directoryAt(
  bytesAt: BytesAt,
  offset: number,
  { little, big }: Form,
): Promise<(TiffDirectory & { readonly next: number | undefined }) | undefined> {
  const [countLength, entryLength, wordLength] = big ? ([8, 20, 8] as const) : ([2, 12, 4] as const)
  const count = numberAt(await bytesAt(offset, countLength), 0, countLength, little)
  if (count === undefined || count > mostEntries) return undefined
  const length = entryLength * count
  const entries = await bytesAt(offset + countLength, length + wordLength)
  if (entries === undefined) return undefined
  return {
    offset,
    link: offset + countLength + length,
    wordLength,
    next: numberAt(entries, length, wordLength, little),
    async value(tag) {
      for (let entry = 0; entry < length; entry += entryLength) {
        if (entries.getUint16(entry, little) !== tag) continue
        const type = entries.getUint16(entry + 2, little)
        const values = numberAt(entries, entry + 4, wordLength, little) ?? 0
        const place = entry + 4 + wordLength
        const size = sizeOf[type] ?? 0
        if (size * values <= wordLength) return valueAt(entries, place, type, little)
        const elsewhere = numberAt(entries, place, wordLength, little) ?? 0
        return valueAt(await bytesAt(elsewhere, size), 0, type, little)
      }
      return undefined
    },
  }
}

/** The page that the decoder counts as that one, 1-based. */
export async function tiffPage(bytesAt: BytesAt, page: number): Promise<TiffDirectory | undefined> {
  let at = 0
  for await (const directory of tiffDirectories(bytesAt)) {
    at += 1
    if (at === page) return directory
  }
  return undefined
}

/** The same file as if it had that page alone: the decoder looks at all of them, and fails where it knows not one. */
export function asOnlyPage(bytes: Buffer, { offset, link, wordLength }: TiffDirectory): Buffer {
  const copy = Buffer.from(bytes)
  const little = copy[0] === 0x49
  const view = new DataView(copy.buffer, copy.byteOffset, copy.byteLength)
  const put = (at: number, value: number): void =>
    wordLength === 8
      ? view.setBigUint64(at, BigInt(value), little)
      : view.setUint32(at, value, little)
  put(wordLength, offset)
  put(link, 0)
  return copy
}

const rational = 5

/** Bytes of one value, by its type: byte, short, long, rational, long of BigTIFF. */
const sizeOf: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, [rational]: 8, 16: 8 }

function valueAt(
  view: DataView | undefined,
  at: number,
  type: number,
  little: boolean,
): number | undefined {
  if (type !== rational) return numberAt(view, at, sizeOf[type] ?? 0, little)
  const above = numberAt(view, at, 4, little)
  const below = numberAt(view, at + 4, 4, little)
  return above === undefined || !below ? undefined : above / below
}

/** An unsigned number of so many bytes; nothing where it is of another length, or not there. */
function numberAt(
  view: DataView | undefined,
  at: number,
  length: number,
  little: boolean,
): number | undefined {
  if (view === undefined || at + length > view.byteLength) return undefined
  switch (length) {
    case 1:
      return view.getUint8(at)
    case 2:
      return view.getUint16(at, little)
    case 4:
      return view.getUint32(at, little)
    case 8:
      return Number(view.getBigUint64(at, little))
    default:
      return undefined
  }
}
