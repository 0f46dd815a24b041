import { fail, ok, type Result } from '../../../../core/result.ts'
import type { EngineFailure } from '../../protocol.ts'
import { startPdfium } from './pdfium.ts'
import type { Pdfium } from './pdfium-calls.ts'

/** A PDF that was opened. */
export interface PdfDocument {
  readonly pdfium: Pdfium
  readonly handle: number
  readonly pages: number
}

/** A page of a PDF has the numbers that PDFium gives its complaints. */
const complaint = { password: 4, security: 5 } as const

/**
 * Opens a PDF in a PDFium of its own, lets `look` work on it, and lets go of both: nothing of one customer's file is
 * left when the next one's is opened.
 * @param password of a locked one; it is written down nowhere
 */
export async function withPdf<Value>(
  bytes: Uint8Array,
  password: string | undefined,
  look: (document: PdfDocument) => Result<Value, EngineFailure>,
): Promise<Result<Value, EngineFailure>> {
  try {
    const pdfium = await startPdfium()
    const at = put(pdfium, bytes)
    const key = password === undefined ? 0 : put(pdfium, Buffer.from(`${password}\0`))
    const handle = pdfium.call('FPDF_LoadMemDocument', at, bytes.byteLength, key)
    if (handle === 0) return fail(failureOf(pdfium.call('FPDF_GetLastError')))
    const pages = pdfium.call('FPDF_GetPageCount', handle)
    if (pages < 1) return fail({ kind: 'damaged', detail: 'PDF without pages' })
    return look({ pdfium, handle, pages })
  } catch (error) {
    // It ends itself when its memory is at an end, or when a file has led it astray.
    const detail = error instanceof Error ? error.name : 'thrown'
    return fail({ kind: 'damaged', detail: `PDF, ${detail}` })
  }
}

/** How many pages a PDF has. */
export const pdfPages = (
  bytes: Uint8Array,
  password?: string,
): Promise<Result<number, EngineFailure>> => withPdf(bytes, password, ({ pages }) => ok(pages))

function put(pdfium: Pdfium, bytes: Uint8Array): number {
  const at = pdfium.call('malloc', bytes.byteLength)
  if (at === 0) throw new Error('no memory')
  pdfium.memory(at, bytes.byteLength).set(bytes)
  return at
}

function failureOf(code: number): EngineFailure {
  if (code === complaint.password) return { kind: 'password-needed', detail: 'PDF, locked' }
  if (code === complaint.security)
    return { kind: 'format-not-supported', detail: 'PDF, locked in a way of its own' }
  return { kind: 'damaged', detail: `PDF, ${code}` }
}
