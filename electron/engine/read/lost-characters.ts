import type { Raster } from '../geometry/raster.ts'
import type { SeenCharacter } from '../words/decode-text.ts'

/** Rows of a cut in which the ink of its value stands, as shares of the height; rules and labels stand outside. */
const band = { top: 0.22, bottom: 0.76 } as const
/** A row of which more than this is dark is a printed rule. */
const ruleShare = 0.55
/** Ink is darker than the paper by at least this much, in 8-bit levels. */
const leastDepth = 18
/** Between two characters more than this is missing, in widths of a full one, where one was lost. */
const leastExcess = 0.33
/** What is left out holds at least this share of the ink that the thinnest character there has. */
const leastInk = { between: 0.25, behind: 0.5 } as const

/**
 * Where the network read nothing though a character must stand there: characters of a value are printed at one pitch,
 * full ones twice as wide as digits, so a hole in the pitch that holds ink is a lost one.
 * @returns after how many characters, each
 */
export function lostCharacters(cut: Raster, characters: readonly SeenCharacter[]): number[] {
  const written = characters.filter(({ text }) => text.trim() !== '')
  if (written.length < 2) return []
  const places = written.map(({ text, at }) => ({ x: at * cut.width, wide: widthOf(text) }))
  const pitch = pitchOf(places)
  const ink = inkIn(cut)
  const density = (from: number, to: number): number => mean(ink, from, to)
  const usual = places.map(({ x, wide }) => density(x - (wide * pitch) / 2, x + (wide * pitch) / 2))
  const thinnest = Math.min(...usual)
  const lost: number[] = []
  places.forEach((place, index) => {
    const next = places[index + 1]
    if (next === undefined) return
    const expected = ((place.wide + next.wide) / 2) * pitch
    if (next.x - place.x - expected < leastExcess * pitch) return
    const [from, to] = [place.x + (place.wide * pitch) / 2, next.x - (next.wide * pitch) / 2]
    if (density(from, to) > leastInk.between * thinnest) lost.push(index + 1)
  })
  const last = places.at(-1)
  if (last !== undefined) {
    const end = last.x + (last.wide * pitch) / 2 + 0.12 * pitch
    if (
      end + 0.4 * pitch < cut.width &&
      density(end, end + 0.5 * pitch) > leastInk.behind * thinnest
    )
      lost.push(written.length)
  }
  return lost
}

interface Place {
  readonly x: number
  /** 1 for a full character, 0.5 for a digit. */
  readonly wide: number
}

const widthOf = (text: string): number => (/[\p{Script=Han}（）〇]/u.test(text) ? 1 : 0.5)

/** The usual distance of two full characters, in pixels of the cut. */
function pitchOf(places: readonly Place[]): number {
  const pitches = places
    .slice(1)
    .map(({ x, wide }, index) => (2 * (x - places[index]!.x)) / (wide + places[index]!.wide))
    .toSorted((a, b) => a - b)
  return pitches[pitches.length >> 1] ?? 0
}

/** A stroke alone is so wide, has so much free room to either side, in widths of a cut's height, and is so high. */
const stroke = { wide: 0.28, high: 0.75, free: 0.2 } as const

/**
 * Whether a bare stroke stands at the beginning of a row in which nothing was read: a 1 that was left over from the row
 * above it.
 * @param above the cut of that row: the stroke's ink is as dark
 */
export function holdsStroke(row: Raster, above: Raster): boolean {
  const isDark = darkerThan(row, thresholdOf(above))
  const [top, bottom] = bandOf(row)
  const step = Math.round(stroke.wide * row.height)
  const coverage = (from: number): number => {
    let covered = 0
    for (let y = top; y < bottom; y++) {
      let found = false
      for (let x = Math.max(0, from); x < Math.min(row.width, from + step) && !found; x++)
        found = isDark(x, y)
      if (found) covered += 1
    }
    return covered / (bottom - top)
  }
  for (let x = step; x < row.width / 3; x += 2) {
    if (coverage(x) < stroke.high) continue
    if (coverage(x - step) < stroke.free && coverage(x + step) < stroke.free) return true
  }
  return false
}

const bandOf = ({ height }: Raster): readonly [top: number, bottom: number] => [
  Math.round(height * band.top),
  Math.round(height * band.bottom),
]

/** Below this green level a pixel is ink. */
function thresholdOf(cut: Raster): number {
  const [top, bottom] = bandOf(cut)
  const levels: number[] = []
  for (let y = top; y < bottom; y++)
    for (let x = 0; x < cut.width; x += 2) levels.push(cut.data[(y * cut.width + x) * 3 + 1]!)
  levels.sort((a, b) => a - b)
  const paper = levels[Math.floor(levels.length * 0.7)] ?? 255
  const darkest = levels[Math.floor(levels.length * 0.03)] ?? 0
  return paper - Math.max(leastDepth, (paper - darkest) * 0.45)
}

const darkerThan =
  ({ data, width }: Raster, threshold: number) =>
  (x: number, y: number): boolean =>
    data[(y * width + x) * 3 + 1]! < threshold

/** How much of each column is ink, 0..1. */
function inkIn(cut: Raster): Float32Array {
  const { width } = cut
  const [top, bottom] = bandOf(cut)
  const dark = darkerThan(cut, thresholdOf(cut))
  const rows = Array.from({ length: bottom - top }, (_, index) => top + index).filter((y) => {
    let count = 0
    for (let x = 0; x < width; x++) if (dark(x, y)) count += 1
    return count < ruleShare * width
  })
  return Float32Array.from({ length: width }, (_, x) => {
    const count = rows.filter((y) => dark(x, y)).length
    return rows.length === 0 ? 0 : count / rows.length
  })
}

function mean(values: Float32Array, from: number, to: number): number {
  const [start, end] = [Math.max(0, Math.round(from)), Math.min(values.length, Math.round(to))]
  if (end <= start) return 0
  let sum = 0
  for (let at = start; at < end; at++) sum += values[at]!
  return sum / (end - start)
}
