import type { Refusal } from '../../core/ipc/contract.ts'
import { type PageRange, pagesTaken } from '../../core/intake/page-ranges.ts'
import type { Source } from '../../core/license/record.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { ImageFormat } from '../engine/decode/sniff.ts'
import { type BytesAt, inMemory } from '../engine/decode/tiff-directories.ts'
import type { OrdinaryFile } from '../files/ordinary-file.ts'
import { nameOf } from '../files/system-path.ts'
import { type DocumentTrouble, formatIn } from './format.ts'
import { tiffPages } from './tiff-pages.ts'

/** How many pages a PDF has, which the process knows that alone opens pictures. */
export type PdfPages = (
  place: string,
  image: string,
) => Promise<Result<readonly number[], DocumentTrouble>>

export interface DocumentFile {
  readonly place: string
  readonly file: OrdinaryFile
  readonly format: ImageFormat
  /** SHA-256 in hex of what is in it. */
  readonly image: string
}

/** The pages of one document that are taken in, and what is said where others are left. */
export interface PageSources {
  readonly sources: readonly Source[]
  readonly left?: NonNullable<Refusal['pages']>
}

/** The pages of a file as sources, all of them or those that are wanted; throws when it cannot be read. */
export async function pageSources(
  { place, file, format, image }: DocumentFile,
  pdfPages: PdfPages,
  wanted?: readonly PageRange[],
): Promise<Result<PageSources, DocumentTrouble>> {
  const found = await numbersOf(format, () => pdfPages(place, image), inFile(file))
  if (!found.ok) return found
  const all = found.value
  const { pages, isCapped } = pagesTaken(all.length, wanted)
  const [first] = pages
  const last = pages.at(-1)
  if (first === undefined || last === undefined) return fail({ kind: 'no-such-page' })
  const sources = pages.flatMap((at) => {
    const page = all[at - 1]
    return page === undefined ? [] : [{ path: place, name: nameOf(place), page, image }]
  })
  return ok(isCapped ? { sources, left: { first, last, of: all.length } } : { sources })
}

/**
 * The numbers of the pages in a file that was taken in before.
 * @param count of a PDF, as it was told then
 */
export async function pagesInFile(file: OrdinaryFile, count: number): ReturnType<PdfPages> {
  const format = await formatIn(file)
  if (!format.ok) return format
  const asTold = async () => ok(Array.from({ length: count }, (_, at) => at + 1))
  return numbersOf(format.value, asTold, inFile(file))
}

/** The same of an image that has no file. */
export const pagesInBytes = (format: ImageFormat, bytes: Uint8Array): ReturnType<PdfPages> =>
  numbersOf(
    format,
    async () => fail({ kind: 'format-not-supported', found: 'PDF' }),
    inMemory(bytes),
  )

/** The numbers of the pages in a document, as the decoder counts them, in order. */
async function numbersOf(
  format: ImageFormat,
  pdfPages: () => ReturnType<PdfPages>,
  bytesAt: BytesAt,
): Promise<Result<readonly number[], DocumentTrouble>> {
  if (format === 'TIFF') return tiffPages(bytesAt)
  return format === 'PDF' ? pdfPages() : ok([1])
}

const inFile =
  ({ handle, size }: OrdinaryFile): BytesAt =>
  async (position, length) => {
    if (position + length > size) return undefined
    const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, position)
    return bytesRead < length ? undefined : new DataView(buffer.buffer)
  }
