import type { Homography } from '../../../../electron/engine/geometry/homography.ts'
import type { Raster } from '../../../../electron/engine/geometry/raster.ts'

const [width, height] = [900, 620]

type Colour = readonly [red: number, green: number, blue: number]

/** A picture of one colour, with a patch of another: left, top, right, bottom in pixels. */
export function paperPicture(
  colour: Colour,
  patch?: { readonly at: readonly [number, number, number, number]; readonly colour: Colour },
): Raster {
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [left, top, right, bottom] = patch?.at ?? [0, 0, 0, 0]
      const isPatch = x >= left && x < right && y >= top && y < bottom
      const [red, green, blue] = isPatch && patch !== undefined ? patch.colour : colour
      const at = (y * width + x) * 3
      data[at] = red
      data[at + 1] = green
      data[at + 2] = blue
    }
  return { data, width, height }
}

/** A card that lies straight, so many pixels to the millimetre. */
export const scaledPose = (
  scale: number,
  [right, down]: readonly [number, number] = [30, 30],
): Homography => [scale, 0, right, 0, scale, down, 0, 0]
