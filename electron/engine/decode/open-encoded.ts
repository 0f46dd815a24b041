import sharp, { type Sharp } from 'sharp'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { EngineFailure } from '../protocol.ts'
import { decoderFault } from './decoder-fault.ts'
import { decodingBytes } from './decoding-bytes.ts'
import { maxDecodingBytes, maxPixels } from './limits.ts'
import type { OpenImage } from './open-image.ts'
import type { ImageFormat } from './sniff.ts'
import { asOnlyPage, inMemory, tiffPage } from './tiff-directories.ts'
import { strangeKind, stretchOf } from './tiff-kind.ts'
import { asShown, fromRaster, rasterOf, uprightImage, type Ways } from './upright.ts'

/** Opens what libvips decodes. */
export async function openEncoded(
  bytes: Buffer,
  format: ImageFormat,
  page: number,
): Promise<Result<OpenImage, EngineFailure>> {
  const directory = format === 'TIFF' ? await tiffPage(inMemory(bytes), page) : undefined
  const strange = directory && (await strangeKind(directory))
  if (strange !== undefined) return fail({ kind: 'tiff-not-supported', detail: strange })
  const part =
    directory === undefined
      ? { file: bytes, page }
      : { file: asOnlyPage(bytes, directory), page: 1 }
  try {
    const found = await sharp(part.file, {
      page: part.page - 1,
      limitInputPixels: false,
    }).metadata()
    const { width, height } = found.autoOrient
    if (width * height > maxPixels) return tooLarge('too-many-pixels', format, width, height)
    if (decodingBytes(format, found) > maxDecodingBytes)
      return tooLarge('too-heavy', format, width, height)
    const ways = waysTo(part.file, format, part.page)
    const opened = { file: bytes, format }
    const stretch = directory && (await stretchOf(directory))
    if (stretch === undefined)
      return ok({ ...opened, ...uprightImage(ways, format, { width, height }) })
    const isTurned = (found.orientation ?? 1) >= 5
    const square = {
      width: Math.round(width * (isTurned ? stretch.down : stretch.across)),
      height: Math.round(height * (isTurned ? stretch.across : stretch.down)),
    }
    if (square.width * square.height > maxPixels)
      return tooLarge('too-many-pixels', format, square.width, square.height)
    const raster = await rasterOf(asShown(ways[0]()).resize({ ...square, fit: 'fill' }))
    return ok({ ...opened, ...uprightImage([() => fromRaster(raster)], format, square) })
  } catch (error) {
    return fail(decoderFault(error, format))
  }
}

function waysTo(bytes: Buffer, format: ImageFormat, page: number): Ways {
  const decoder = (file: Buffer, failOn: 'error' | 'truncated' | 'warning'): Sharp =>
    sharp(file, { page: page - 1, failOn, limitInputPixels: maxPixels })
  switch (format) {
    case 'JPEG':
      return [
        () => decoder(bytes, 'truncated'),
        // Where nothing but the mark of its end is missing, the decoder has nothing at all to say then.
        () => decoder(Buffer.concat([bytes, Buffer.of(0xff, 0xd9)]), 'warning'),
      ]
    case 'TIFF':
      // The decoder of TIFF leaves what is cut off black, and calls that an error.
      return [() => decoder(bytes, 'error')]
    default:
      return [() => decoder(bytes, 'truncated')]
  }
}

const tooLarge = (
  kind: 'too-many-pixels' | 'too-heavy',
  format: ImageFormat,
  width: number,
  height: number,
): Result<never, EngineFailure> => fail({ kind, detail: `${format}, ${width} x ${height}` })
