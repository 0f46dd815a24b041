import type { Raster } from '../geometry/raster.ts'
import type { SeenCharacter } from '../words/decode-text.ts'
import { bandOf, darkerThan, inkIn, mean, thresholdOf } from './value-ink.ts'

/** Between two characters more than this is missing, in widths of a full one, where one was lost. */
const leastExcess = 0.33
/** What is left out holds at least this share of the ink that the thinnest character there has. */
const leastInk = { between: 0.25, around: 0.5 } as const

/** A lost character stands at least so far from the one beside it, in widths of a full one. */
const beside = 0.12
/** How far two full characters of a row of one character alone would lie apart, in heights of its cut. */
const usualPitch = 0.68

/**
 * Where the network read nothing though a character must stand there: characters of a value are printed at one pitch,
 * full ones twice as wide as digits, so a hole in the pitch that holds ink is a lost one.
 * @param isFree whether nothing is printed in front of the value
 * @returns for a reading of the cut after how many characters, each
 */
export function lostCharacters(
  cut: Raster,
  isFree = false,
): (characters: readonly SeenCharacter[]) => number[] {
  let known: Float32Array | undefined
  return (characters) => {
    const written = characters.filter(({ text }) => text.trim() !== '')
    if (written.length < (isFree ? 1 : 2)) return []
    const seen = written.map(({ text, at }) => ({ x: at * cut.width, wide: widthOf(text) }))
    const pitch = pitchOf(seen) || usualPitch * cut.height
    const places = seen.map((place, index) => ({
      ...place,
      x: place.x - (inkBeside.get(written[index]!.text) ?? 0) * pitch,
    }))
    const ink = (known ??= inkIn(cut))
    const thinnest = Math.min(
      ...places.map(({ x, wide }) => mean(ink, x - (wide * pitch) / 2, x + (wide * pitch) / 2)),
    )
    return [
      ...(isFree && isLostBefore(ink, places, pitch, thinnest) ? [0] : []),
      ...places.flatMap((place, index) => {
        const next = places[index + 1]
        const isLost =
          next === undefined
            ? isLostBehind(ink, place, pitch, thinnest)
            : isHoleBetween(places, index, pitch) && holdsInk(ink, place, next, pitch, thinnest)
        return isLost ? [index + 1] : []
      }),
    ]
  }
}

/**
 * Whether the next character is farther than the pitch tells, and so are those around both: where a character was only seen
 * a little beside its place, the distance on its other side makes up for it.
 */
const isHoleBetween = (places: readonly Place[], index: number, pitch: number): boolean =>
  [0, 1].every((around) => {
    const near = places.slice(Math.max(0, index - around), index + 2 + around)
    const [first, last] = [near[0]!, near[near.length - 1]!]
    const wide = near.reduce((sum, place) => sum + place.wide, -(first.wide + last.wide) / 2)
    return last.x - first.x - wide * pitch >= leastExcess * pitch
  })

function holdsInk(
  ink: Float32Array,
  one: Place,
  next: Place,
  pitch: number,
  thinnest: number,
): boolean {
  const [from, to] = [one.x + (one.wide * pitch) / 2, next.x - (next.wide * pitch) / 2]
  return mean(ink, from, to) > leastInk.between * thinnest
}

function isLostBehind(ink: Float32Array, last: Place, pitch: number, thinnest: number): boolean {
  const end = last.x + (last.wide * pitch) / 2 + beside * pitch
  return (
    end + 0.4 * pitch < ink.length && mean(ink, end, end + 0.5 * pitch) > leastInk.around * thinnest
  )
}

function isLostBefore(
  ink: Float32Array,
  [first]: readonly Place[],
  pitch: number,
  thinnest: number,
): boolean {
  if (first === undefined) return false
  const start = first.x - (first.wide * pitch) / 2 - beside * pitch
  return start > 0.4 * pitch && mean(ink, start - 0.5 * pitch, start) > leastInk.around * thinnest
}

interface Place {
  readonly x: number
  /** 1 for a full character, 0.5 for a digit. */
  readonly wide: number
}

const widthOf = (text: string): number => (/[\p{Script=Han}（）()〇]/u.test(text) ? 1 : 0.5)

/** How far right of its middle a full character has its ink, where it has none in one half, in widths of a full one. */
const inkBeside: ReadonlyMap<string, number> = new Map([
  ['（', 0.25],
  ['(', 0.25],
  ['）', -0.25],
  [')', -0.25],
])

/** A distance between these shares of the middle one holds no lost character. */
const usual = { least: 0.6, most: 1.45 } as const

/** The usual distance of two full characters, in pixels of the cut: the network sees each only to a step of its own. */
function pitchOf(places: readonly Place[]): number {
  const pitches = places
    .slice(1)
    .map(({ x, wide }, index) => (2 * (x - places[index]!.x)) / (wide + places[index]!.wide))
    .toSorted((a, b) => a - b)
  const middle = pitches[pitches.length >> 1] ?? 0
  const near = pitches.filter(
    (pitch) => pitch >= usual.least * middle && pitch <= usual.most * middle,
  )
  return near.reduce((sum, pitch) => sum + pitch, 0) / (near.length || 1)
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
