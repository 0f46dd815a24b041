import type { Raster } from '../geometry/raster.ts'

/** How much redder the dark pixels (ink) of a line are than the light ones (paper), in 8-bit levels. */
export function redness({ data }: Raster): number {
  let total = 0
  for (let at = 1; at < data.length; at += 3) total += data[at]!
  const middle = total / (data.length / 3)
  let [ink, inkCount, paper, paperCount] = [0, 0, 0, 0]
  for (let at = 0; at < data.length; at += 3) {
    const red = data[at]! - (data[at + 1]! + data[at + 2]!) / 2
    if (data[at + 1]! < middle) {
      ink += red
      inkCount += 1
    } else {
      paper += red
      paperCount += 1
    }
  }
  return inkCount === 0 || paperCount === 0 ? 0 : ink / inkCount - paper / paperCount
}

/** Ink redder than this is the seal's. */
export const sealRedness = 12
