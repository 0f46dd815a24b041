import type { Quad } from '../../../core/license/reading.ts'
import { homographyBetween } from './homography.ts'
import { mapQuad } from './quad.ts'
import { halved, type Raster } from './raster.ts'

/** From this on a picture is so much finer than the result that a pixel of it takes four samples. */
const fineness = 1.5

/**
 * Cuts a quad out of a picture and straightens it to `width` × `height` pixels, bilinear.
 * @param finer how many pixels of the picture go into one of the result, along it: thin strokes are kept where it is more than 1
 */
export function warp(
  picture: Raster,
  quad: Quad,
  width: number,
  height: number,
  finer = 1,
): Raster {
  if (finer >= 2)
    return warp(
      halved(picture),
      mapQuad(quad, ([x, y]) => [x / 2, y / 2]),
      width,
      height,
      finer / 2,
    )
  const samples = finer >= fineness ? 2 : 1
  const [h0, h1, h2, h3, h4, h5, h6, h7] = homographyBetween(
    [
      [0, 0],
      [width, 0],
      [width, height],
      [0, height],
    ],
    quad,
  )
  const { data: source, width: sourceWidth, height: sourceHeight } = picture
  const data = new Uint8Array(width * height * 3)
  const stride = sourceWidth * 3
  const maxX = sourceWidth - 1.001
  const maxY = sourceHeight - 1.001
  const share = 1 / (samples * samples)
  let target = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let red = 0
      let green = 0
      let blue = 0
      for (let j = 0; j < samples; j++) {
        const v = y + (j + 0.5) / samples
        for (let i = 0; i < samples; i++) {
          const u = x + (i + 0.5) / samples
          const depth = h6 * u + h7 * v + 1
          const sx = Math.min(Math.max((h0 * u + h1 * v + h2) / depth - 0.5, 0), maxX)
          const sy = Math.min(Math.max((h3 * u + h4 * v + h5) / depth - 0.5, 0), maxY)
          const column = sx | 0
          const row = sy | 0
          const fx = sx - column
          const fy = sy - row
          const top = row * stride + column * 3
          const bottom = top + stride
          const a = (1 - fx) * (1 - fy)
          const b = fx * (1 - fy)
          const c = (1 - fx) * fy
          const d = fx * fy
          red +=
            source[top]! * a + source[top + 3]! * b + source[bottom]! * c + source[bottom + 3]! * d
          green +=
            source[top + 1]! * a +
            source[top + 4]! * b +
            source[bottom + 1]! * c +
            source[bottom + 4]! * d
          blue +=
            source[top + 2]! * a +
            source[top + 5]! * b +
            source[bottom + 2]! * c +
            source[bottom + 5]! * d
        }
      }
      data[target++] = red * share
      data[target++] = green * share
      data[target++] = blue * share
    }
  }
  return { data, width, height }
}
