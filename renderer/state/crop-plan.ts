import type { Point, Quad } from '../../core/license/reading.ts'

/** One strip of text to draw: an oblong in the image, whatever its slant, and its size when drawn. */
export interface Strip {
  /** Top left, in image pixels. */
  readonly origin: Point
  /** The step in the image for one drawn pixel to the right, and for one down. */
  readonly across: Point
  readonly down: Point
  /** Size in drawn pixels. */
  readonly width: number
  readonly height: number
}

const length = ([x, y]: Point): number => Math.hypot(x, y)
const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]]
const at = (origin: Point, a: Point, s: number, b: Point, t: number): Point => [
  origin[0] + a[0] * s + b[0] * t,
  origin[1] + a[1] * s + b[1] * t,
]

/**
 * Lays the lines of a field out at reading size. A line too long for the column is cut between
 * characters, rather than shrunk until nobody can read it.
 * @param text the characters of all lines, in order; tells where the characters are
 * @param lineHeight wanted height of a strip in drawn pixels
 * @param maxWidth width of the column in drawn pixels
 * @param scale drawn pixels to the pixel of the image, where all fields are to be drawn alike; no strip becomes more than
 * twice, or less than half, as high as wanted
 */
export function planCrop(
  boxes: readonly Quad[],
  text: string,
  lineHeight: number,
  maxWidth: number,
  scale?: number,
): readonly Strip[] {
  const shares = boxes.map(([topLeft, topRight]) => length(minus(topRight, topLeft)))
  const all = shares.reduce((sum, share) => sum + share, 0)
  const edges = characterEdges(text)
  let before = 0
  return boxes.flatMap((quad, index) => {
    const from = before / all
    before += shares[index] ?? 0
    const to = before / all
    const own = edges
      .filter((edge) => edge > from && edge < to)
      .map((edge) => (edge - from) / (to - from))
    return planLine(quad, own, lineHeight, maxWidth, scale)
  })
}

/** The scale at which a line of ordinary height among these becomes as high as wanted; for all crops of a card. */
export function commonScale(boxes: readonly Quad[], lineHeight: number): number | undefined {
  const heights = boxes.map(([topLeft, , , bottomLeft]) => length(minus(bottomLeft, topLeft)))
  const middle = heights.filter((height) => height >= 1).toSorted((a, b) => a - b)
  const ordinary = middle[Math.floor(middle.length / 2)]
  return ordinary === undefined ? undefined : lineHeight / (ordinary * (1 + 2 * rimShare))
}

/** Where characters meet, as shares 0..1 of the text's whole length; Latin ones are half as wide. */
function characterEdges(text: string): readonly number[] {
  const widths = [...text].map((one) => ((one.codePointAt(0) ?? 0) < 0x2e80 ? 0.55 : 1))
  const all = widths.reduce((sum, width) => sum + width, 0)
  let place = 0
  return widths.map((width) => {
    place += width
    return place / all
  })
}

function planLine(
  quad: Quad,
  edges: readonly number[],
  lineHeight: number,
  maxWidth: number,
  common?: number,
): readonly Strip[] {
  const [topLeft, topRight, , bottomLeft] = quad
  const along = minus(topRight, topLeft)
  const downwards = minus(bottomLeft, topLeft)
  const width = length(along)
  const height = length(downwards)
  if (width < 1 || height < 1) return []
  const right: Point = [along[0] / width, along[1] / width]
  const below: Point = [downwards[0] / height, downwards[1] / height]
  const side = height * 0.35
  const rim = height * rimShare
  const fullWidth = width + 2 * side
  const fullHeight = height + 2 * rim
  const own = lineHeight / fullHeight
  const wanted = common === undefined ? own : Math.min(2 * own, Math.max(own / 2, common))
  const scale = Math.min(wanted, Math.max(wanted * leastShrink, maxWidth / fullWidth))
  const pieces = Math.ceil((fullWidth * scale - 1) / maxWidth)
  const cuts = Array.from({ length: pieces - 1 }, (_, index) => {
    const even = (index + 1) / pieces
    return side + width * (nearest(edges, even) ?? even)
  })
  const starts = [0, ...cuts.map((cut) => cut - height * overlap)]
  const ends = [...cuts.map((cut) => cut + height * overlap), fullWidth]
  return starts.map((start, index) =>
    strip(
      at(topLeft, right, start - side, below, -rim),
      right,
      below,
      scale,
      (ends[index] ?? fullWidth) - start,
      fullHeight,
    ),
  )
}

/** A line is shrunk to this share of its wanted size before it is cut. */
const leastShrink = 0.75
/** How far strips reach over a cut, in heights of the line, as characters are not all equally wide. */
const overlap = 0.3

/** Room above and below a line, in heights of it. */
const rimShare = 0.22

const nearest = (edges: readonly number[], place: number): number | undefined =>
  edges.toSorted((a, b) => Math.abs(a - place) - Math.abs(b - place))[0]

const strip = (
  origin: Point,
  right: Point,
  below: Point,
  scale: number,
  width: number,
  height: number,
): Strip => ({
  origin,
  across: [right[0] / scale, right[1] / scale],
  down: [below[0] / scale, below[1] / scale],
  width: Math.round(width * scale),
  height: Math.round(height * scale),
})
