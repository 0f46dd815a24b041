import type { Quad } from '../../../core/license/reading.ts'
import type { Box, Form } from '../forms/form.ts'
import { sliceQuad } from '../geometry/quad.ts'
import { columnsOf, type Raster } from '../geometry/raster.ts'
import type { LineReader } from '../models/models.ts'
import { placeOf } from '../register/pose.ts'
import type { PlacedForm } from '../register/refine.ts'
import { type SeenText, decodeText } from '../words/decode-text.ts'
import { type LineScores, watchedOf } from '../words/line-scores.ts'
import { cutLine, scoreLines } from '../words/recognize.ts'
import { inkExtent } from './value-ink.ts'

/** A place of the form cut out of the picture, and what the network says of it. */
export interface Strip {
  /** In pixels of the picture. */
  readonly quad: Quad
  readonly cut: Raster
  readonly scores: LineScores
  /** What is read there when anything may stand there. */
  readonly seen: SeenText
}

/** How a strip is cut around the place of its value. */
export interface Look {
  /** Above and below the ink, in millimetres. */
  readonly margin: number
  /** How much narrower than it is it is shown to the network. */
  readonly squeeze: number
  /** Whether it is shown only up to where its ink ends. */
  readonly isShort?: boolean
}

/** Where values stand on a form, and which characters the network is asked for there besides what it reads by itself. */
export interface Places<Value extends string> {
  readonly values: Form<Value>['values']
  readonly looksAt: (value: Value) => Iterable<string>
}

/** Cuts out the places where values stand, where the printer's drift put them, and has the network look at them. */
export async function readStrips<Value extends string>(
  reader: LineReader,
  picture: Raster,
  { values, looksAt }: Places<Value>,
  { pose }: Pick<PlacedForm, 'pose'>,
  driftOf: (value: Value) => number,
  wanted: readonly { readonly value: Value; readonly look: Look }[],
): Promise<readonly Strip[]> {
  const cuts = wanted.map(({ value, look }) => {
    const { box, height } = values[value]
    const quad = placeOf(pose, stripBox(box, height, driftOf(value), look.margin))
    const cut = cutLine(picture, quad, look.squeeze)
    return look.isShort === true ? shortened(quad, cut) : { quad, cut }
  })
  const scores = await scoreLines(
    reader,
    cuts.map(({ cut }) => cut),
    (line) => watchedOf(looksAt(wanted[line]!.value), reader.classOf),
  )
  return cuts.map(({ quad, cut }, index) => {
    const own = scores[index]!
    const seen = decodeText(own, reader.characters, values[wanted[index]!.value].meaningOf)
    return { quad, cut, scores: own, seen }
  })
}

/** Free room that is left behind the ink, in heights of the cut. */
const room = 1
/** A value begins within this share of its place. */
const beginning = 1 / 3

/** A cut without what is empty behind its ink: a network overlooks a few characters in a long row. */
function shortened(quad: Quad, cut: Raster): Pick<Strip, 'quad' | 'cut'> {
  const [start, end] = inkExtent(cut) ?? [cut.width, cut.width]
  if (start > beginning * cut.width) return { quad, cut }
  const to = Math.min(cut.width, Math.round(end + room * cut.height))
  return { quad: sliceQuad(quad, 0, to / cut.width), cut: columnsOf(cut, 0, to) }
}

function stripBox(
  [left, top, right, bottom]: Box,
  height: number,
  drift: number,
  margin: number,
): Box {
  const row = (top + bottom) / 2 + drift
  const half = height / 2 + margin
  return [left, row - half, right, row + half]
}

/** A line is as high as a value where its height is within these shares of the value's. */
const asHigh = { least: 0.7, most: 1.5 } as const

/** Values are not shifted by more than this, in millimetres. */
const farthest = 2.6

/**
 * How far down the printer shifted the values, by the rows of lines where values stand: the middle one counts.
 * @param least with fewer lines than this none is measured
 */
export function measureDrift(values: Form['values'], lines: readonly Box[], least = 3): number {
  const offs = Object.values(values).flatMap(({ box, height }) => {
    const [left, top, right, bottom] = box
    const row = (top + bottom) / 2
    return lines.flatMap((line) => {
      const high = (line[3] - line[1]) / height
      const off = (line[1] + line[3]) / 2 - row
      const startsInside = line[0] > left - 1 && line[0] < right - 2 && line[2] < right + 6
      const isValue = high > asHigh.least && high < asHigh.most && Math.abs(off) < farthest
      return startsInside && isValue ? [off] : []
    })
  })
  const sorted = offs.toSorted((a, b) => a - b)
  return sorted.length < least ? 0 : sorted[sorted.length >> 1]!
}
