import { hash } from 'node:crypto'
import sharp from 'sharp'
import { fail, ok, type Result } from '../../../core/result.ts'
import { bytesOf, openOrdinary } from '../../files/ordinary-file.ts'
import type { Raster } from '../geometry/raster.ts'
import type { EngineFailure } from '../protocol.ts'
import { bitmapSize, decodeBitmap } from './bitmap.ts'
import { maxPixels } from './limits.ts'
import { openEncoded } from './open-encoded.ts'
import { decodeHeic } from './heic/heic-image.ts'
import type { OpenImage } from './open-image.ts'
import { drawPdfPage } from './pdf/pdf-page.ts'
import { type ImageFormat, sniff } from './sniff.ts'
import { fromRaster, uprightImage } from './upright.ts'

sharp.cache(false)

/**
 * Opens a page of an image by its content, its orientation applied; of an animation the first frame.
 * @param from the path of its file, or the bytes of one
 * @param page 1-based
 * @param image SHA-256 in hex of the bytes that came in: others are not looked at
 * @param longSide in pixels: a page that is drawn may be as small
 */
export async function openImage(
  from: string | Uint8Array,
  page = 1,
  image?: string,
  longSide?: number,
): Promise<Result<OpenImage, EngineFailure>> {
  const read = typeof from === 'string' ? await openOrdinary(from, bytesOf) : ok(Buffer.from(from))
  if (!read.ok) return read
  const bytes = read.value
  if (image !== undefined && hash('sha256', bytes, 'hex') !== image)
    return problem('changed', 'the bytes are not those that came in')
  const sniffed = sniff(bytes)
  switch (sniffed.kind) {
    case 'unknown':
      return problem('not-an-image', 'no known signature')
    case 'kept-by-wechat':
      return problem('kept-by-wechat', sniffed.found)
    case 'other':
      return problem('format-not-supported', sniffed.found)
    case 'image':
      return openAs(sniffed.format, bytes, page, longSide)
  }
}

async function openAs(
  format: ImageFormat,
  bytes: Buffer,
  page: number,
  longSide: number | undefined,
): Promise<Result<OpenImage, EngineFailure>> {
  if (format === 'BMP') return openBitmap(bytes)
  if (format === 'HEIC') return openHeic(bytes)
  return format === 'PDF' ? openPdfPage(bytes, page, longSide) : openEncoded(bytes, format, page)
}

async function openPdfPage(
  bytes: Buffer,
  page: number,
  longSide: number | undefined,
): Promise<Result<OpenImage, EngineFailure>> {
  const drawn = await drawPdfPage(bytes, page, { longSide })
  return drawn.ok ? ok(asPage(bytes, drawn.value)) : drawn
}

/** A page of a PDF that was drawn already. */
export const asPage = (file: Buffer, raster: Raster): OpenImage => ({
  file,
  format: 'PDF',
  ...uprightImage([() => fromRaster(raster)], 'PDF', raster),
})

async function openHeic(bytes: Buffer): Promise<Result<OpenImage, EngineFailure>> {
  const decoded = await decodeHeic(bytes)
  if (!decoded.ok) return decoded
  const raster = decoded.value
  return ok({
    file: bytes,
    format: 'HEIC',
    ...uprightImage([() => fromRaster(raster)], 'HEIC', raster),
  })
}

function openBitmap(bytes: Buffer): Result<OpenImage, EngineFailure> {
  const size = bitmapSize(bytes)
  if (size === undefined) return problem('format-not-supported', 'BMP of a rare kind')
  if (size.width * size.height > maxPixels)
    return problem('too-many-pixels', `${size.width} x ${size.height}`)
  const raster = decodeBitmap(bytes)
  if (raster === undefined) return problem('damaged', 'the bitmap is cut off')
  const upright = uprightImage([() => fromRaster(raster)], 'BMP', size)
  return ok({ file: bytes, format: 'BMP', ...upright })
}

const problem = (kind: EngineFailure['kind'], detail: string): Result<never, EngineFailure> =>
  fail({ kind, detail })
