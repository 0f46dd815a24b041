import type { Raster } from '../geometry/raster.ts'

/** Share of the height, at the top and at the bottom of a line's cut, that may show the lines above and below. */
const edge = 0.2
/** Paper is taken as bright as the brighter parts of this many columns to either side. */
const surroundings = 24
/** Ink is what is darker than the paper by half of what the darkest ink is, at least by this much. */
const leastDepth = 16

/**
 * Which columns of a line's cut hold ink. Judged by green, in which black and red ink are both dark. A column that is
 * dark from the top of the cut to its bottom belongs to a frame or a rule, not to text.
 * @param least how much darker than the paper ink is at least, in 8-bit levels
 * @returns one flag per column
 */
export function inkColumns(line: Raster, least = leastDepth): boolean[] {
  const { width, height } = line
  const { depth, half } = depthsOf(line)
  const threshold = Math.max(least, half)
  const darkIn = (x: number, from: number, to: number): number => {
    let dark = 0
    for (let y = from; y < to; y++) if (depth(x, y) > threshold) dark += 1
    return dark
  }
  const [top, bottom] = [topOf(line), bottomOf(line)]
  return Array.from({ length: width }, (_, x) => {
    const dark = darkIn(x, top, bottom)
    return dark >= 2 && (dark < bottom - top || darkIn(x, 0, height) < height)
  })
}

/** Half of how much darker than the paper the darkest ink of a line is, in 8-bit levels. */
export const inkDepth = (line: Raster): number => depthsOf(line).half

const topOf = ({ height }: Raster): number => Math.floor(height * edge)
const bottomOf = ({ height }: Raster): number => Math.ceil(height * (1 - edge))

function depthsOf(line: Raster): {
  readonly depth: (x: number, y: number) => number
  readonly half: number
} {
  const { width, data } = line
  const top = topOf(line)
  const bottom = bottomOf(line)
  const paper = paperLevels(line, top, bottom)
  const depth = (x: number, y: number): number =>
    Math.max(0, paper[x]! - data[(y * width + x) * 3 + 1]!)
  const depths = new Uint32Array(256)
  for (let y = top; y < bottom; y++) for (let x = 0; x < width; x++) depths[depth(x, y)]! += 1
  return { depth, half: levelAt(depths, (bottom - top) * width, 0.97) / 2 }
}

/** How bright the paper is at each column, though a shadow may fall on the card. */
function paperLevels({ data, width }: Raster, top: number, bottom: number): Uint8Array {
  const brightest = new Uint8Array(width)
  const counts = new Uint32Array(256)
  for (let x = 0; x < width; x++) {
    counts.fill(0)
    for (let y = top; y < bottom; y++) counts[data[(y * width + x) * 3 + 1]!]! += 1
    brightest[x] = levelAt(counts, bottom - top, 0.9)
  }
  return brightest.map((_, x) => {
    counts.fill(0)
    const start = Math.max(0, x - surroundings)
    const end = Math.min(width, x + surroundings + 1)
    for (let near = start; near < end; near++) counts[brightest[near]!]! += 1
    return levelAt(counts, end - start, 0.8)
  })
}

/** The level below which `share` of the counted values lie, which are `total`. */
export function levelAt(counts: Uint32Array, total: number, share: number): number {
  let left = share * total
  for (let level = 0; level < counts.length; level++) {
    left -= counts[level]!
    if (left < 0) return level
  }
  return 0
}
