import { readFile, stat } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { fail, ok, type Result } from '../../../core/result.ts'
import { faultOfError } from '../../files/fault-of-error.ts'
import type { Raster } from '../geometry/raster.ts'
import type { EngineFailure } from '../protocol.ts'
import { bitmapSize, decodeBitmap } from './bitmap.ts'
import { maxBytes, maxPixels } from './limits.ts'
import { type ImageFormat, sniff } from './sniff.ts'

/** A picture that was opened but not yet decoded. */
export interface OpenImage {
  readonly file: Buffer
  readonly format: ImageFormat
  /** Size of the upright picture in pixels. */
  readonly width: number
  readonly height: number
  /** Decodes it upright, in sRGB, transparent parts white, its long side at most `longSide` pixels. */
  decode(longSide: number): Promise<Result<Raster, EngineFailure>>
  /** The same, or a part of it, as a JPEG. */
  jpeg(wish: JpegWish): Promise<Result<Uint8Array<ArrayBuffer>, EngineFailure>>
}

interface JpegWish {
  /** In pixels, of what is asked for; never enlarged. */
  readonly longSide: number
  readonly quality: number
  /** In pixels of the upright picture. */
  readonly area?: Area
  /** Clockwise, in degrees. */
  readonly turn?: number
  /** Keeps small coloured print sharp, for more bytes. */
  readonly fullColor?: boolean
}

export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

sharp.cache(false)

/**
 * Opens a page of an image by its content, its orientation applied; of an animation the first frame.
 * @param from the path of its file, or the bytes of one
 * @param page 1-based
 */
export async function openImage(
  from: string | Uint8Array,
  page = 1,
): Promise<Result<OpenImage, EngineFailure>> {
  const read = typeof from === 'string' ? await readAll(from) : ok(Buffer.from(from))
  if (!read.ok) return read
  const bytes = read.value
  const sniffed = sniff(bytes)
  switch (sniffed.kind) {
    case 'unknown':
      return problem('not-an-image', 'no known signature')
    case 'other':
      return problem('format-not-supported', sniffed.found)
    case 'image':
      return sniffed.format === 'BMP'
        ? openBitmap(bytes)
        : openWithSharp(bytes, sniffed.format, page)
  }
}

async function readAll(path: string): Promise<Result<Buffer, EngineFailure>> {
  try {
    const { size } = await stat(path)
    if (size === 0) return problem('empty', 'no bytes')
    if (size > maxBytes) return problem('too-many-bytes', `${size} bytes`)
    return ok(await readFile(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return problem(faultOfError(error), code)
  }
}

async function openWithSharp(
  bytes: Buffer,
  format: ImageFormat,
  page: number,
): Promise<Result<OpenImage, EngineFailure>> {
  const at = { page: page - 1 }
  try {
    const { width, height, autoOrient } = await sharp(bytes, {
      ...at,
      limitInputPixels: false,
    }).metadata()
    if (width * height > maxPixels) return problem('too-many-pixels', `${width} x ${height}`)
    const open = (): Sharp =>
      sharp(bytes, { ...at, failOn: failOn(format), limitInputPixels: maxPixels })
    return ok({ file: bytes, format, ...opened(open, autoOrient.width, autoOrient.height) })
  } catch (error) {
    return damaged(error)
  }
}

/** The decoder of TIFF leaves what is cut off black, and calls that an error. */
const failOn = (format: ImageFormat): 'error' | 'truncated' =>
  format === 'TIFF' ? 'error' : 'truncated'

function openBitmap(bytes: Buffer): Result<OpenImage, EngineFailure> {
  const size = bitmapSize(bytes)
  if (size === undefined) return problem('format-not-supported', 'BMP of a rare kind')
  if (size.width * size.height > maxPixels)
    return problem('too-many-pixels', `${size.width} x ${size.height}`)
  const raster = decodeBitmap(bytes)
  if (raster === undefined) return problem('damaged', 'the bitmap is cut off')
  return ok({
    file: bytes,
    format: 'BMP',
    ...opened(() => fromRaster(raster), size.width, size.height),
  })
}

export const fromRaster = ({ data, width, height }: Raster): Sharp =>
  sharp(data, { raw: { width, height, channels: 3 } })

function opened(
  open: () => Sharp,
  width: number,
  height: number,
): Omit<OpenImage, 'file' | 'format'> {
  const upright = (longSide: number, area?: Area): Sharp => {
    const whole = open().autoOrient().flatten({ background: '#fff' }).toColourspace('srgb')
    const part = area === undefined ? whole : whole.extract(area)
    const size = { width: longSide, height: longSide }
    return part.resize({ ...size, fit: 'inside', withoutEnlargement: true })
  }
  return {
    width,
    height,
    async decode(longSide) {
      try {
        const { data, info } = await upright(longSide).raw().toBuffer({ resolveWithObject: true })
        return ok({
          data: asThreeChannels(data, info.channels),
          width: info.width,
          height: info.height,
        })
      } catch (error) {
        return damaged(error)
      }
    },
    async jpeg({ longSide, quality, area, turn = 0, fullColor = false }) {
      const chromaSubsampling = fullColor ? '4:4:4' : '4:2:0'
      try {
        const pipeline = upright(longSide, area).rotate(turn).jpeg({ quality, chromaSubsampling })
        return ok(new Uint8Array(await pipeline.toBuffer()))
      } catch (error) {
        return damaged(error)
      }
    },
  }
}

function asThreeChannels(data: Buffer, channels: number): Uint8Array {
  if (channels === 3) return data
  const pixels = data.length / channels
  const result = new Uint8Array(pixels * 3)
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      result[pixel * 3 + channel] = data[pixel * channels + (channels >= 3 ? channel : 0)] ?? 0
    }
  }
  return result
}

const problem = (kind: EngineFailure['kind'], detail: string): Result<never, EngineFailure> =>
  fail({ kind, detail })

/** A decoder's message speaks of markers and blocks, never of what the picture shows. */
const damaged = (error: unknown): Result<never, EngineFailure> =>
  problem('damaged', error instanceof Error ? error.message : String(error))
