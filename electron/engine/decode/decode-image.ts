import { hash } from 'node:crypto'
import sharp from 'sharp'
import { fail, ok, type Result } from '../../../core/result.ts'
import { bytesOf, openOrdinary } from '../../files/ordinary-file.ts'
import type { EngineFailure } from '../protocol.ts'
import { bitmapSize, decodeBitmap } from './bitmap.ts'
import { maxPixels } from './limits.ts'
import { openEncoded } from './open-encoded.ts'
import type { OpenImage } from './open-image.ts'
import { sniff } from './sniff.ts'
import { fromRaster, uprightImage } from './upright.ts'

sharp.cache(false)

/**
 * Opens a page of an image by its content, its orientation applied; of an animation the first frame.
 * @param from the path of its file, or the bytes of one
 * @param page 1-based
 * @param image SHA-256 in hex of the bytes that came in: others are not looked at
 */
export async function openImage(
  from: string | Uint8Array,
  page = 1,
  image?: string,
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
      return sniffed.format === 'BMP' ? openBitmap(bytes) : openEncoded(bytes, sniffed.format, page)
  }
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
