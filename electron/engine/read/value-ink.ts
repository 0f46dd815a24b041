import type { Raster } from '../geometry/raster.ts'
import { levelAt } from '../words/ink.ts'

/** Rows of a cut in which the ink of its value stands, as shares of the height; rules and labels stand outside. */
const band = { top: 0.22, bottom: 0.76 } as const
/** A row of which more than this is dark is a printed rule. */
const ruleShare = 0.55
/** Ink is darker than the paper by at least this much, in 8-bit levels. */
const leastDepth = 18

export const bandOf = ({ height }: Raster): readonly [top: number, bottom: number] => [
  Math.round(height * band.top),
  Math.round(height * band.bottom),
]

/** Below this green level a pixel is ink. */
export function thresholdOf(cut: Raster): number {
  const [top, bottom] = bandOf(cut)
  const counts = new Uint32Array(256)
  for (let y = top; y < bottom; y++)
    for (let x = 0; x < cut.width; x += 2) counts[cut.data[(y * cut.width + x) * 3 + 1]!]! += 1
  const counted = Math.max(0, bottom - top) * Math.ceil(cut.width / 2)
  const paper = levelAt(counts, counted, 0.7)
  const darkest = levelAt(counts, counted, 0.03)
  return paper - Math.max(leastDepth, (paper - darkest) * 0.45)
}

export const darkerThan =
  ({ data, width }: Raster, threshold: number) =>
  (x: number, y: number): boolean =>
    data[(y * width + x) * 3 + 1]! < threshold

/** How much of each column is ink, 0..1. */
export function inkIn(cut: Raster): Float32Array {
  const { width } = cut
  const [top, bottom] = bandOf(cut)
  const dark = darkerThan(cut, thresholdOf(cut))
  const inked = new Float32Array(width)
  let rows = 0
  for (let y = top; y < bottom; y++) {
    let count = 0
    for (let x = 0; x < width; x++) if (dark(x, y)) count += 1
    if (count >= ruleShare * width) continue
    rows += 1
    for (let x = 0; x < width; x++) if (dark(x, y)) inked[x]! += 1
  }
  return rows === 0 ? inked : inked.map((count) => count / rows)
}

export function mean(values: Float32Array, from: number, to: number): number {
  const [start, end] = [Math.max(0, Math.round(from)), Math.min(values.length, Math.round(to))]
  if (end <= start) return 0
  let sum = 0
  for (let at = start; at < end; at++) sum += values[at]!
  return sum / (end - start)
}

/** Ink of a value is at least this dense somewhere, and everywhere at least this share of that. */
const least = { dense: 0.3, share: 0.15 } as const
/** Ink is measured over so much of a row at once, in heights of its cut. */
const window = 0.3

/** From where to where ink stands in a cut, in pixels; nothing where none of a value does. */
export function inkExtent(cut: Raster): readonly [start: number, end: number] | undefined {
  const ink = inkIn(cut)
  const half = (window * cut.height) / 2
  const dense = Array.from(ink, (_, x) => mean(ink, x - half, x + half))
  const most = dense.reduce((one, other) => Math.max(one, other), 0)
  if (most < least.dense) return undefined
  const isInk = (share: number): boolean => share > least.share * most
  return [dense.findIndex(isInk), dense.findLastIndex(isInk) + 1]
}
