/** Pixels in memory: 8-bit red, green, blue, row by row, no padding. */
export interface Raster {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** Left and right exchanged. */
export function mirrored({ data, width, height }: Raster): Raster {
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 3
      const to = (y * width + width - 1 - x) * 3
      turned[to] = data[from]!
      turned[to + 1] = data[from + 1]!
      turned[to + 2] = data[from + 2]!
    }
  }
  return { data: turned, width, height }
}

const halves = new WeakMap<Raster, Raster>()

/** Half as fine: each pixel the mean of four. Worked out once for every picture. */
export function halved(raster: Raster): Raster {
  const known = halves.get(raster)
  if (known !== undefined) return known
  const { data } = raster
  const [width, height] = [raster.width >> 1, raster.height >> 1]
  const means = new Uint8Array(width * height * 3)
  const stride = raster.width * 3
  for (let y = 0; y < height; y++)
    halveRow(means.subarray(y * width * 3, (y + 1) * width * 3), data, 2 * y * stride, stride)
  const half = { data: means, width, height }
  halves.set(raster, half)
  return half
}

function halveRow(means: Uint8Array, data: Uint8Array, from: number, stride: number): void {
  for (let to = 0, top = from; to < means.length; to += 3, top += 6)
    for (let channel = 0; channel < 3; channel++) {
      const at = top + channel
      means[to + channel] =
        (data[at]! + data[at + 3]! + data[at + stride]! + data[at + stride + 3]! + 1) >> 2
    }
}

/** The columns from one to another. */
export function columnsOf({ data, width, height }: Raster, from: number, to: number): Raster {
  const part = new Uint8Array((to - from) * height * 3)
  for (let y = 0; y < height; y++)
    part.set(data.subarray((y * width + from) * 3, (y * width + to) * 3), y * (to - from) * 3)
  return { data: part, width: to - from, height }
}
