import { hash } from 'node:crypto'
import { type PageRange, pagesTaken } from '../../core/intake/page-ranges.ts'
import type { Refusal } from '../../core/ipc/contract.ts'
import { type Failure, fileFaults } from '../../core/license/failure.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { DocumentTrouble } from './format.ts'
import type { PdfPages } from './page-sources.ts'

/** A PDF by its path, or by what is in it. */
export interface PdfFrom {
  readonly path: string
  readonly bytes?: Uint8Array<ArrayBuffer>
  /** SHA-256 in hex of what came in. */
  readonly image?: string
  /** Held in memory alone. */
  readonly password?: string
}

/** Opens PDFs in the process that alone decodes pictures. */
export interface DocumentReader {
  count(from: PdfFrom, signal: AbortSignal): Promise<Result<number, Failure>>
  /** A page as a JPEG of its own. */
  page(from: PdfFrom, page: number, signal: AbortSignal): Promise<Result<Uint8Array, Failure>>
}

const never = new AbortController().signal

/** Counts the pages of PDFs that lie on this PC and are not locked. */
export const pdfPagesBy =
  (reader: DocumentReader): PdfPages =>
  async (path, image) => {
    const counted = await reader.count({ path, image }, never)
    if (!counted.ok) return fail(troubleOf(counted.error))
    return ok(Array.from({ length: counted.value }, (_, at) => at + 1))
  }

/** A page that was taken out of its document. */
interface LoosePage {
  readonly page: number
  readonly bytes: Uint8Array
  /** SHA-256 in hex. */
  readonly image: string
}

/** `isStopped`: nothing is known of the document, as the program is about to end. */
type PdfTrouble = DocumentTrouble & { readonly isStopped: boolean }

/** Pages that were taken out, and what is said where others are left. */
export interface TakenApart {
  readonly loose: AsyncGenerator<Result<LoosePage, PdfTrouble>>
  readonly count: number
  readonly left?: NonNullable<Refusal['pages']>
}

/** Which of its pages are taken out. */
interface Part {
  /** Else the first ones that are taken in at once. */
  readonly wanted?: readonly PageRange[] | undefined
  /** So many of these, the first ones, are left out. */
  readonly after?: number
}

/**
 * Takes a PDF apart that cannot be opened again later, because it is locked or has no file: each page becomes an image
 * of its own.
 */
export async function takeApart(
  reader: DocumentReader,
  from: PdfFrom,
  { wanted, after = 0 }: Part = {},
): Promise<Result<TakenApart, PdfTrouble>> {
  const counted = await reader.count(from, never)
  if (!counted.ok) return fail(troubleOf(counted.error))
  const { pages, isCapped } = pagesTaken(counted.value, wanted)
  const [first] = pages
  const last = pages.at(-1)
  if (first === undefined || last === undefined)
    return fail({ kind: 'no-such-page', isStopped: false })
  const loose = (async function* (): TakenApart['loose'] {
    for (const page of pages.slice(after)) {
      const drawn = await reader.page(from, page, never)
      yield drawn.ok
        ? ok({ page, bytes: drawn.value, image: hash('sha256', drawn.value, 'hex') })
        : fail(troubleOf(drawn.error))
    }
  })()
  const left = { first, last, of: counted.value }
  return ok(isCapped ? { loose, count: pages.length, left } : { loose, count: pages.length })
}

/** What stops the reader itself on a document is taken for a fault of that document. */
function troubleOf({ kind }: Failure): PdfTrouble {
  const isStopped = kind === 'cancelled'
  const fault = fileFaults.find((one) => one === kind)
  return fault === 'password-needed'
    ? { kind: fault, isStopped }
    : { kind: fault ?? 'damaged', found: 'PDF', isStopped }
}
