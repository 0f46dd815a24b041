import { fail, ok, type Result } from '../../../../core/result.ts'
import type { Raster } from '../../geometry/raster.ts'
import type { EngineFailure } from '../../protocol.ts'
import { type PdfDocument, withPdf } from './pdf-document.ts'
import type { Pdfium } from './pdfium-calls.ts'

/** Long sides in pixels of a page as it is drawn. */
const longSides = {
  /** Of one with print in it: enough for eight cards on a sheet. */
  printed: 2400,
  /** Of one that is nothing but small pictures. */
  least: 400,
  most: 4000,
} as const
/** A page that holds more is no scan; what is beyond does not count for its size. */
const mostObjects = 2000

const image = 3
/** Three bytes a pixel. */
const rgb = 2
const flags = { annotations: 0x01, redFirst: 0x10 } as const

/**
 * A page of a PDF, upright, drawn at the size of the pictures in it: a scanned page comes out pixel for pixel.
 * @param page 1-based
 */
export const drawPdfPage = (
  bytes: Uint8Array,
  page: number,
  { password, longSide }: DrawWish = {},
): Promise<Result<Raster, EngineFailure>> =>
  withPdf(bytes, password, (document) => draw(document, page, longSide))

export interface DrawWish {
  readonly password?: string | undefined
  /** In pixels, at most: for a small view. */
  readonly longSide?: number | undefined
}

function draw(
  { pdfium, handle, pages }: PdfDocument,
  page: number,
  most = Infinity,
): Result<Raster, EngineFailure> {
  if (page > pages) return fail({ kind: 'damaged', detail: `PDF, no page ${page}` })
  const opened = pdfium.call('FPDF_LoadPage', handle, page - 1)
  const size = {
    width: opened === 0 ? 0 : pdfium.call('FPDF_GetPageWidth', opened),
    height: opened === 0 ? 0 : pdfium.call('FPDF_GetPageHeight', opened),
  }
  if (!(size.width > 0 && size.height > 0))
    return fail({ kind: 'damaged', detail: `PDF, page ${page} is not sound` })
  const long = Math.max(size.width, size.height)
  const scale = Math.min(most, longSideOf(pdfium, opened, long)) / long
  const width = Math.max(1, Math.round(size.width * scale))
  const height = Math.max(1, Math.round(size.height * scale))
  const length = 3 * width * height
  const at = pdfium.call('malloc', length)
  const bitmap = pdfium.call('FPDFBitmap_CreateEx', width, height, rgb, at, 3 * width)
  if (at === 0 || bitmap === 0) return fail({ kind: 'too-heavy', detail: 'PDF, no memory' })
  pdfium.call('FPDFBitmap_FillRect', bitmap, 0, 0, width, height, 0xffffffff)
  const how = flags.annotations | flags.redFirst
  pdfium.call('FPDF_RenderPageBitmap', bitmap, opened, 0, 0, width, height, 0, how)
  return ok({ data: pdfium.memory(at, length).slice(), width, height })
}

/** @param long of the page, in points */
function longSideOf(pdfium: Pdfium, page: number, long: number): number {
  const count = Math.min(pdfium.call('FPDFPage_CountObjects', page), mostObjects)
  let isPrinted = count === 0
  let dense = 0
  for (let index = 0; index < count; index += 1) {
    const object = pdfium.call('FPDFPage_GetObject', page, index)
    if (pdfium.call('FPDFPageObj_GetType', object) === image)
      dense = Math.max(dense, densityOf(pdfium, object))
    else isPrinted = true
  }
  const least = isPrinted ? longSides.printed : longSides.least
  return Math.min(longSides.most, Math.max(least, Math.round(dense * long)))
}

/** Pixels to the point at which a picture lies on the page; 0 where that cannot be told. */
function densityOf(pdfium: Pdfium, object: number): number {
  const [across, down, ...bounds] = Array.from({ length: 6 }, () => pdfium.call('malloc', 4))
  const numberAt = (at = 0, isReal = false): number => {
    const { buffer, byteOffset } = pdfium.memory(at, 4)
    const view = new DataView(buffer, byteOffset, 4)
    return isReal ? view.getFloat32(0, true) : view.getUint32(0, true)
  }
  const isSized = pdfium.call('FPDFImageObj_GetImagePixelSize', object, across ?? 0, down ?? 0)
  if (isSized === 0 || pdfium.call('FPDFPageObj_GetBounds', object, ...bounds) === 0) return 0
  const [left, bottom, right, top] = bounds.map((at) => numberAt(at, true))
  const pixels = [numberAt(across), numberAt(down)].toSorted((a, b) => a - b)
  const points = [(right ?? 0) - (left ?? 0), (top ?? 0) - (bottom ?? 0)].toSorted((a, b) => a - b)
  // A picture may lie on its side: its long side goes with the long one.
  const shares = pixels.map((count, at) => count / (points[at] ?? 0))
  return Math.max(0, ...shares.filter(Number.isFinite))
}
