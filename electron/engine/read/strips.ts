import type { Quad } from '../../../core/license/reading.ts'
import type { Box, ValuePlace } from '../forms/form.ts'
import { sliceQuad } from '../geometry/quad.ts'
import { columnsOf, type Raster } from '../geometry/raster.ts'
import type { LineReader } from '../models/models.ts'
import { placeOf as quadOf } from '../register/pose.ts'
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

/** Where values stand on a card, and which characters the network is asked for there besides what it reads by itself. */
export interface Places<Value extends string> {
  readonly placeOf: (value: Value) => ValuePlace
  readonly looksAt: (value: Value) => Iterable<string>
}

/** Cuts out the places where values stand and has the network look at them. */
export async function readStrips<Value extends string>(
  reader: LineReader,
  picture: Raster,
  { placeOf, looksAt }: Places<Value>,
  { pose }: Pick<PlacedForm, 'pose'>,
  wanted: readonly { readonly value: Value; readonly look: Look }[],
): Promise<readonly Strip[]> {
  const cuts = wanted.map(({ value, look }) => {
    const { box, height } = placeOf(value)
    const quad = quadOf(pose, stripBox(box, height, look.margin))
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
    const seen = decodeText(own, reader.characters, placeOf(wanted[index]!.value).meaningOf)
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

function stripBox([left, top, right, bottom]: Box, height: number, margin: number): Box {
  const row = (top + bottom) / 2
  const half = height / 2 + margin
  return [left, row - half, right, row + half]
}
