import { fromRaster } from '../decode/upright.ts'
import type { Raster } from '../geometry/raster.ts'
import type { Network } from '../models/network.ts'
import { type TextBox, textBoxes } from './text-boxes.ts'

/** Mean and spread of ImageNet's blue, green and red, which the network was trained with. */
const mean = [0.406, 0.456, 0.485] as const
const spread = [0.225, 0.224, 0.229] as const

const toMultipleOf32 = (length: number): number => Math.max(32, Math.round(length / 32) * 32)

/**
 * Finds lines of text anywhere in a picture, at any angle.
 * @param longSide size to which the picture is scaled for the network, in pixels
 * @returns boxes in pixels of `picture`
 */
export async function detectText(
  network: Network,
  picture: Raster,
  longSide: number,
): Promise<TextBox[]> {
  const scale = longSide / Math.max(picture.width, picture.height)
  const width = toMultipleOf32(picture.width * scale)
  const height = toMultipleOf32(picture.height * scale)
  const data = await fromRaster(picture)
    .resize(width, height, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer()
  const [scaleX, scaleY] = [picture.width / width, picture.height / height]
  return (await detectUnscaled(network, { data, width, height })).map((box) => ({
    ...box,
    centerX: box.centerX * scaleX,
    centerY: box.centerY * scaleY,
    width: box.width * scaleX,
    height: box.height * scaleY,
  }))
}

/** The same without scaling: both sides of the picture are multiples of 32 pixels. */
export async function detectUnscaled(
  network: Network,
  { data, width, height }: Raster,
): Promise<TextBox[]> {
  return network({ data: normalize(data), shape: [1, 3, height, width] }, (map) =>
    textBoxes({ data: map.data, width, height }),
  )
}

/** What each level of blue, green and red is to the network. */
const levels = mean.map((middle, channel) =>
  Float32Array.from({ length: 256 }, (_, level) => {
    const factor = 1 / (255 * spread[channel]!)
    return level * factor - middle / spread[channel]!
  }),
)

function normalize(pixels: Uint8Array): Float32Array {
  const count = pixels.length / 3
  const values = new Float32Array(pixels.length)
  levels.forEach((level, channel) => {
    for (let pixel = 0, from = 2 - channel; pixel < count; pixel++, from += 3)
      values[channel * count + pixel] = level[pixels[from]!]!
  })
  return values
}
