/** What a run of no length says. */
const endOfRow = 0
const endOfPicture = 1
const skip = 2

interface Size {
  readonly width: number
  readonly height: number
  readonly bits: 4 | 8
}

/**
 * Unpacks the run lengths of a BMP to places in the palette, one byte a pixel, the first row first; what is skipped is
 * the first color.
 * @returns nothing when it is cut off
 */
export function unpackRuns(
  runs: Uint8Array,
  { width, height, bits }: Size,
): Uint8Array | undefined {
  const places = new Uint8Array(width * height)
  let [x, y, at] = [0, 0, 0]
  /** What does not fit into the row is lost, and costs no time. */
  const put = (length: number, placeOf: (index: number) => number): void => {
    const fitting = Math.min(length, Math.max(0, width - x))
    for (let index = 0; index < fitting; index++) places[y * width + x + index] = placeOf(index)
    x += length
  }
  /** The upper half of a byte, then the lower one. */
  const half = (byte: number, index: number): number => (index % 2 === 0 ? byte >> 4 : byte & 15)
  while (at + 1 < runs.length && y < height) {
    const length = runs[at] ?? 0
    const what = runs[at + 1] ?? 0
    at += 2
    if (length > 0) {
      put(length, bits === 8 ? () => what : (index) => half(what, index))
    } else if (what === endOfRow) {
      x = 0
      y += 1
    } else if (what === endOfPicture) {
      return places
    } else if (what === skip) {
      x += runs[at] ?? 0
      y += runs[at + 1] ?? 0
      at += 2
    } else {
      const start = at
      put(what, (index) =>
        bits === 8 ? (runs[start + index] ?? 0) : half(runs[start + (index >> 1)] ?? 0, index),
      )
      const taken = Math.ceil((what * bits) / 8)
      if (start + taken > runs.length) return undefined
      at += taken + (taken % 2)
    }
  }
  const isFull = y >= height || (y === height - 1 && x >= width)
  return isFull ? places : undefined
}
