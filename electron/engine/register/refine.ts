import type { Point } from '../../../core/license/reading.ts'
import type { Box, Form, PrintedWord } from '../forms/form.ts'
import { applyHomography, type Homography } from '../geometry/homography.ts'
import type { Raster } from '../geometry/raster.ts'
import { warp } from '../geometry/warp.ts'
import type { Models } from '../models/models.ts'
import { detectUnscaled } from '../words/detect.ts'
import type { TextBox } from '../words/text-boxes.ts'
import { type Constraint, fitHomography } from './fit.ts'
import { compose, placeOf } from './pose.ts'

/** A form whose place in the picture is known. */
export interface PlacedForm {
  /** From millimetres of the form to pixels of the picture. */
  readonly pose: Homography
  /** Pose and lines before anything was fitted: turn, size and place, no perspective. */
  readonly unrefined: Pick<PlacedForm, 'pose' | 'lines'>
  /** How many of the form's printed words were found where they must be. */
  readonly found: number
  /** How far they lie from there, in millimetres, root of the mean square; 0 where none was found. */
  readonly offBy: number
  /** Lines of text on the form and a little around it, in its millimetres. */
  readonly lines: readonly Box[]
}

/** What is looked at around a form, in its millimetres, and how finely: both sides are multiples of 32 pixels. */
const view: Box = [-6, -4, 94, 64]
const pixelsPerMillimetre = 8
const width = (view[2] - view[0]) * pixelsPerMillimetre
const height = (view[3] - view[1]) * pixelsPerMillimetre

/** Looked at anew where the first look moved a corner farther than this, in millimetres. */
const farMove = 2.5
const mostLooks = 3

/**
 * Finds the exact place of a form, perspective included, from about where it lies: its printed words are looked for
 * around the places where they must be.
 */
export async function refine(
  models: Pick<Models, 'detection'>,
  picture: Raster,
  form: Form,
  about: Homography,
): Promise<PlacedForm> {
  const unrefined = { pose: about, lines: await linesOn(models, picture, about) }
  let { pose, lines } = unrefined
  for (let look = 1; ; look++) {
    const change = correction(form, lines)
    const moved = Math.max(
      ...corners(form).map(([x, y]) => {
        const [u, v] = applyHomography(change.map, [x, y])
        return Math.hypot(u - x, v - y)
      }),
    )
    pose = compose(pose, change.map)
    if (moved > farMove && look < mostLooks) {
      lines = await linesOn(models, picture, pose)
      continue
    }
    const back = inverse(change.map)
    return {
      pose,
      unrefined,
      found: change.found,
      offBy: change.offBy,
      lines: lines.map((line) => moveBox(back, line)),
    }
  }
}

const corners = ({ width: right, height: bottom }: Form): Point[] => [
  [0, 0],
  [right, 0],
  [right, bottom],
  [0, bottom],
]

/** The lines of text around a form, in millimetres as they are under `pose`. */
async function linesOn(
  { detection }: Pick<Models, 'detection'>,
  picture: Raster,
  pose: Homography,
): Promise<Box[]> {
  const quad = placeOf(pose, view)
  const across = Math.hypot(quad[1][0] - quad[0][0], quad[1][1] - quad[0][1])
  const boxes = await detectUnscaled(detection, warp(picture, quad, width, height, across / width))
  return boxes.map(millimetreBox)
}

/** What a box of the detection network adds to the ink at either end, and above and below, as a share of its height. */
const growth = { along: 0.17, across: 0.17 } as const

function millimetreBox({ centerX, centerY, width: along, height: across, angle }: TextBox): Box {
  const upright = Math.abs(Math.cos(angle)) >= Math.abs(Math.sin(angle))
  const [w, h] = upright ? [along, across] : [across, along]
  const lesser = Math.min(w, h)
  const [halfWidth, halfHeight] = [w / 2 - growth.along * lesser, h / 2 - growth.across * lesser]
  return [
    (centerX - halfWidth) / pixelsPerMillimetre + view[0],
    (centerY - halfHeight) / pixelsPerMillimetre + view[1],
    (centerX + halfWidth) / pixelsPerMillimetre + view[0],
    (centerY + halfHeight) / pixelsPerMillimetre + view[1],
  ]
}

interface Correction {
  readonly map: Homography
  readonly found: number
  readonly offBy: number
}

const reaches = [2.2, 1.4, 1, 0.8] as const

/** The map from the form to where its words are seen. */
function correction(form: Form, lines: readonly Box[]): Correction {
  const words = [form.title, ...form.words]
  const middle: Point = [form.width / 2, form.height / 2]
  let map = coarse(form, words, lines)
  let pairs: readonly Pair[] = []
  for (const reach of reaches) {
    pairs = words.flatMap((word) => pairOf(word, lines, map, reach) ?? [])
    const constraints = pairs.flatMap((pair) => constraintsOf(pair, middle, map))
    map = centred(fitHomography(constraints), middle)
  }
  const offs = pairs.map((pair) => offOf(pair, map))
  const offBy = Math.sqrt(offs.reduce((sum, off) => sum + off * off, 0) / (offs.length || 1))
  return { map, found: pairs.length, offBy }
}

interface Pair {
  readonly word: PrintedWord
  readonly line: Box
}

/** The line that a word begins: its left end and its row are where the word's are, and it is as high. */
function pairOf(
  word: PrintedWord,
  lines: readonly Box[],
  map: Homography,
  reach: number,
): Pair | undefined {
  let best: Pair | undefined
  let least = reach
  for (const line of lines) {
    if (!isAsHigh(word, line)) continue
    const off = offOf({ word, line }, map)
    if (off < least) {
      least = off
      best = { word, line }
    }
  }
  return best
}

const isAsHigh = ({ box: [, top, , bottom] }: PrintedWord, line: Box): boolean => {
  const ratio = (line[3] - line[1]) / (bottom - top)
  return ratio > 0.6 && ratio < 1.75
}

const rowOf = ([, top, , bottom]: Box): number => (top + bottom) / 2

function offOf({ word, line }: Pair, map: Homography): number {
  const [x, y] = applyHomography(map, [word.box[0], rowOf(word.box)])
  return Math.hypot(x - line[0], y - rowOf(line))
}

/** A line ends with its word, not with a value that was taken in, where its length differs by less than this share. */
const asLong = 0.12

function constraintsOf(
  { word, line }: Pair,
  [middleX, middleY]: Point,
  map: Homography,
): Constraint[] {
  const [left, , right] = word.box
  const row = rowOf(word.box)
  const off = offOf({ word, line }, map)
  const weight = 1 / (1 + (off / 0.5) ** 2)
  const y = row - middleY
  const at = (x: number): { readonly x: number; readonly y: number } => ({ x: x - middleX, y })
  const length = (line[2] - line[0]) / (right - left)
  const isWhole = Math.abs(length - 1) < asLong
  const acrossAt = isWhole ? (left + right) / 2 : left
  return [
    { axis: 'x', ...at(left), value: line[0] - middleX, weight },
    { axis: 'y', ...at(acrossAt), value: rowOf(line) - middleY, weight },
    ...(isWhole ? [{ axis: 'x', ...at(right), value: line[2] - middleX, weight } as const] : []),
  ]
}

/** A map between places counted from the middle of the form, for places counted from its corner. */
function centred(map: Homography, [x, y]: Point): Homography {
  return compose([1, 0, x, 0, 1, y, 0, 0], compose(map, [1, 0, -x, 0, 1, -y, 0, 0]))
}

/** Cells of a millimetre in which beginnings of lines are noted. */
const cells = 2
const columns = (view[2] - view[0]) * cells
const rows = (view[3] - view[1]) * cells

/** Where lines begin that are as high as a label, or as its English word: 1 at the place itself, less around it. */
function beginnings(lines: readonly Box[], isHigh: (height: number) => boolean): Float32Array {
  const noted = new Float32Array(columns * rows)
  for (const line of lines) {
    if (!isHigh(line[3] - line[1])) continue
    const [x, y] = [(line[0] - view[0]) * cells, (rowOf(line) - view[1]) * cells]
    for (let row = Math.floor(y) - 2; row <= y + 3; row++) {
      for (let column = Math.floor(x) - 2; column <= x + 3; column++) {
        if (row < 0 || column < 0 || row >= rows || column >= columns) continue
        const near = 1 - Math.hypot(column - x, row - y) / 2.5
        const at = row * columns + column
        if (near > noted[at]!) noted[at] = near
      }
    }
  }
  return noted
}

const range = (reach: number, step: number): number[] =>
  Array.from({ length: 2 * Math.round(reach / step) + 1 }, (_, index) => index * step - reach)

/** What a title does not tell exactly of the form below it. */
const turns = range(0.1, 0.02)
const leans = range(0.1, 0.02)
const heights = range(0.12, 0.02)
const narrowings = range(0.003, 0.0015)
const sizes = range(0.04, 0.02)

/** Where a word of the form begins, counted from the middle of its title, and where lines begin that may be it. */
interface Beginning {
  readonly x: number
  readonly y: number
  readonly noted: Float32Array
  readonly worth: number
  /** What this one and those behind it may add at most. */
  readonly most: number
}

/** The best of many maps around the one that changes nothing, all of which leave the title where it is. */
function coarse(form: Form, words: readonly PrintedWord[], lines: readonly Box[]): Homography {
  const large = beginnings(lines, (high) => high > 1.5)
  const small = beginnings(lines, (high) => high < 2.1)
  const [left, , right] = form.title.box
  const title: Point = [(left + right) / 2, rowOf(form.title.box)]
  const worths = words.slice(1).map(({ isSmall }) => (isSmall === true ? 0.6 : 1))
  const places = words.slice(1).map(({ box, isSmall }, index) => ({
    x: box[0] - title[0],
    y: rowOf(box) - title[1],
    noted: isSmall === true ? small : large,
    worth: worths[index]!,
    most: worths.slice(index).reduce((sum, worth) => sum + worth, 0),
  }))
  let best = 0
  let map: Homography = [1, 0, 0, 0, 1, 0, 0, 0]
  for (const turn of turns) {
    const narrowed = narrowings.map((narrowing) => ({
      narrowing,
      raised: heights.map((high) => ({
        high,
        rowsAt: rowsOf(places, title, turn, 1 + high, narrowing),
      })),
    }))
    for (const size of sizes)
      for (const { narrowing, raised } of narrowed)
        for (const lean of leans) {
          const columnsAt = columnsOf(places, title, 1 + size, lean - turn, narrowing)
          for (const { high, rowsAt } of raised) {
            const price =
              2 * Math.abs(turn) + 4 * (Math.abs(lean) + Math.abs(high)) + 40 * Math.abs(narrowing)
            const score = scoreOf(places, rowsAt, columnsAt, -price, best)
            if (score > best) {
              best = score
              map = [1 + size, lean - turn, 0, turn, 1 + high, 0, 0, narrowing]
            }
          }
        }
  }
  return centred(map, title)
}

/** Far enough before the first cell that no column leads back to it. */
const outside = -2 * columns * rows

/** The number of the first cell of the row in which each place lies, turned, so much higher, and narrowed. */
function rowsOf(
  places: readonly Beginning[],
  [, titleY]: Point,
  turn: number,
  down: number,
  narrowing: number,
): number[] {
  return places.map(({ x, y }) => {
    const v = (y * down + turn * x) / (1 + narrowing * y)
    const row = Math.round((v + titleY - view[1]) * cells)
    return row < 0 || row >= rows ? outside : row * columns
  })
}

/** The column of the cell in which each place lies, so much wider, leaning, and narrowed. */
function columnsOf(
  places: readonly Beginning[],
  [titleX]: Point,
  across: number,
  lean: number,
  narrowing: number,
): number[] {
  return places.map(({ x, y }) => {
    const u = (x * across + lean * y) / (1 + narrowing * y)
    const column = Math.round((u + titleX - view[0]) * cells)
    return column < 0 || column >= columns ? outside : column
  })
}

/** How well lines begin where the places lie; worked out only as far as it may become better than the best. */
function scoreOf(
  places: readonly Beginning[],
  rowsAt: readonly number[],
  columnsAt: readonly number[],
  start: number,
  best: number,
): number {
  let score = start
  for (let index = 0; index < places.length; index++) {
    const { noted, worth, most } = places[index]!
    if (score + most <= best) break
    const cell = rowsAt[index]! + columnsAt[index]!
    if (cell >= 0) score += worth * noted[cell]!
  }
  return score
}

function moveBox(map: Homography, [left, top, right, bottom]: Box): Box {
  const row = (top + bottom) / 2
  const [x1, y1] = applyHomography(map, [left, row])
  const [x2, y2] = applyHomography(map, [right, row])
  const half = (bottom - top) / 2
  const y = (y1 + y2) / 2
  return [x1, y - half, x2, y + half]
}

/** The map that undoes another. */
function inverse([a, b, c, d, e, f, g, h]: Homography): Homography {
  const scale = a * e - b * d
  const m = [
    e - f * h,
    c * h - b,
    b * f - c * e,
    f * g - d,
    a - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
  ].map((value) => value / scale)
  const [m0 = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0, m6 = 0, m7 = 0] = m
  return [m0, m1, m2, m3, m4, m5, m6, m7]
}
