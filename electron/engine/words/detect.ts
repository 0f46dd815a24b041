import { fromRaster } from '../decode/upright.ts'
import type { Raster } from '../geometry/raster.ts'
import type { Network } from '../models/network.ts'
import { inputRooms } from '../models/rooms.ts'
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
  return inputRooms.lend(data.length, (values) => {
    normalize(data, values)
    return network({ data: values, shape: [1, 3, height, width] }, (map) =>
      textBoxes({ data: map.data, width, height }),
    )
  })
}

/** What each level of blue, green and red is to the network. */
const [blues, greens, reds] = [levelsOf(0), levelsOf(1), levelsOf(2)]

function levelsOf(channel: 0 | 1 | 2): Float32Array {
  const factor = 1 / (255 * spread[channel])
  return Float32Array.from(
    { length: 256 },
    (_, level) => level * factor - mean[channel] / spread[channel],
  )
}

/** Writes pixels as three planes: blue, green, red. */
function normalize(pixels: Uint8Array, values: Float32Array): void {
  const plane = pixels.length / 3
  for (let at = 0, from = 0; at < plane; at++, from += 3) {
    values[at] = blues[pixels[from + 2]!]!
    values[plane + at] = greens[pixels[from + 1]!]!
    values[2 * plane + at] = reds[pixels[from]!]!
  }
}
