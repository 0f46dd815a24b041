import type { Quad } from '../../../core/license/reading.ts'
import { type Homography, homographyBetween } from './homography.ts'
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
  const map = homographyBetween(
    [
      [0, 0],
      [width, 0],
      [width, height],
      [0, height],
    ],
    quad,
  )
  const data = new Uint8Array(width * height * 3)
  const sums = new Float64Array(width * 3)
  for (let y = 0; y < height; y++) {
    sums.fill(0)
    for (let v = y + 0.5 / samples; v < y + 1; v += 1 / samples)
      for (let u = 0.5 / samples; u < 1; u += 1 / samples) addRow(sums, picture, map, u, v)
    setMeans(data, y * sums.length, sums, samples ** 2)
  }
  return { data, width, height }
}

/**
 * Adds samples along a row of the result to the sums of its pixels.
 * @param map from pixels of the result to those of the picture
 * @param start where the first sample lies, in pixels of the result
 */
function addRow(
  sums: Float64Array,
  { data, width, height }: Raster,
  [h0, h1, h2, h3, h4, h5, h6, h7]: Homography,
  start: number,
  v: number,
): void {
  const stride = width * 3
  const maxX = width - 1.001
  const maxY = height - 1.001
  for (let at = 0, u = start; at < sums.length; at += 3, u++) {
    const depth = h6 * u + h7 * v + 1
    const x = Math.min(Math.max((h0 * u + h1 * v + h2) / depth - 0.5, 0), maxX)
    const y = Math.min(Math.max((h3 * u + h4 * v + h5) / depth - 0.5, 0), maxY)
    const column = x | 0
    const row = y | 0
    const fx = x - column
    const fy = y - row
    const top = row * stride + column * 3
    const bottom = top + stride
    const a = (1 - fx) * (1 - fy)
    const b = fx * (1 - fy)
    const c = (1 - fx) * fy
    const d = fx * fy
    sums[at]! += data[top]! * a + data[top + 3]! * b + data[bottom]! * c + data[bottom + 3]! * d
    sums[at + 1]! +=
      data[top + 1]! * a + data[top + 4]! * b + data[bottom + 1]! * c + data[bottom + 4]! * d
    sums[at + 2]! +=
      data[top + 2]! * a + data[top + 5]! * b + data[bottom + 2]! * c + data[bottom + 5]! * d
  }
}

function setMeans(data: Uint8Array, from: number, sums: Float64Array, samples: number): void {
  for (let at = 0; at < sums.length; at++) data[from + at] = sums[at]! / samples
}
