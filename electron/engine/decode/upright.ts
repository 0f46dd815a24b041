import sharp, { type Sharp } from 'sharp'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Raster } from '../geometry/raster.ts'
import type { EngineFailure } from '../protocol.ts'
import { decoderFault } from './decoder-fault.ts'
import type { Area, OpenImage } from './open-image.ts'
import type { ImageFormat } from './sniff.ts'

/** Ways to decode the same file; the next one is tried where one fails, and the first one's complaint counts. */
export type Ways = readonly [() => Sharp, ...(() => Sharp)[]]

export const fromRaster = ({ data, width, height }: Raster): Sharp =>
  sharp(data, { raw: { width, height, channels: 3 } })

/** As a viewer shows it: orientation applied, transparent parts white, in sRGB. */
export const asShown = (image: Sharp): Sharp =>
  image.autoOrient().flatten({ background: '#fff' }).toColourspace('srgb')

export async function rasterOf(image: Sharp): Promise<Raster> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return {
    data: asThreeChannels(data, info.channels),
    width: info.width,
    height: info.height,
  }
}

/** @param size of the upright picture */
export function uprightImage(
  ways: Ways,
  format: ImageFormat,
  size: { readonly width: number; readonly height: number },
): Omit<OpenImage, 'file' | 'format'> {
  const part = (image: Sharp, longSide: number, area?: Area): Sharp => {
    const whole = asShown(image)
    const wanted = area === undefined ? whole : whole.extract(area)
    return wanted.resize({
      width: longSide,
      height: longSide,
      fit: 'inside',
      withoutEnlargement: true,
    })
  }
  return {
    ...size,
    decode: (longSide) => inOneWay(ways, format, (image) => rasterOf(part(image, longSide))),
    jpeg: ({ longSide, quality, area, turn = 0, fullColor = false }) =>
      inOneWay(ways, format, async (image) => {
        const chromaSubsampling = fullColor ? '4:4:4' : '4:2:0'
        const turned = part(image, longSide, area).rotate(turn)
        return new Uint8Array(await turned.jpeg({ quality, chromaSubsampling }).toBuffer())
      }),
  }
}

async function inOneWay<Value>(
  [first, ...others]: Ways,
  format: ImageFormat,
  decode: (image: Sharp) => Promise<Value>,
): Promise<Result<Value, EngineFailure>> {
  try {
    return ok(await decode(first()))
  } catch (error) {
    for (const way of others) {
      const value = await decode(way()).catch(() => undefined)
      if (value !== undefined) return ok(value)
    }
    return fail(decoderFault(error, format))
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
