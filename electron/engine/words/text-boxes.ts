import type { Point } from '../../../core/license/reading.ts'
import { type Rectangle, smallestRectangle } from '../geometry/rectangle.ts'

/** A place where the detection network sees text; `angle` lies in (-90°, 90°], `width` ≥ `height`. */
export interface TextBox extends Rectangle {
  /** Mean probability inside, 0..1. */
  readonly score: number
}

/** How likely each pixel belongs to text, row by row. */
export interface ProbabilityMap {
  readonly data: Float32Array
  readonly width: number
  readonly height: number
}

const inkThreshold = 0.3
const boxThreshold = 0.5
const smallestArea = 12
const shortestSide = 3
/** The network is trained on shrunken boxes: this grows them back (DB, Liao et al. 2020). */
const growth = 1.6

/** Turns the network's map into turned boxes around each connected patch of text. */
export function textBoxes(map: ProbabilityMap): TextBox[] {
  const boxes: TextBox[] = []
  eachPatch(map, ({ area, total }, outline) => {
    if (area < smallestArea || total / area < boxThreshold) return
    const box = smallestRectangle(outline())
    if (Math.min(box.width, box.height) < shortestSide) return
    boxes.push({ ...lengthwise(grow(box)), score: total / area })
  })
  return boxes
}

function grow(box: Rectangle): Rectangle {
  const reach = (box.width * box.height * growth) / (box.width + box.height)
  return { ...box, width: box.width + reach, height: box.height + reach }
}

function lengthwise(box: Rectangle): Rectangle {
  const turned = box.width < box.height
  let angle = box.angle + (turned ? Math.PI / 2 : 0)
  while (angle > Math.PI / 2) angle -= Math.PI
  while (angle <= -Math.PI / 2) angle += Math.PI
  return turned ? { ...box, width: box.height, height: box.width, angle } : { ...box, angle }
}

interface Patch {
  readonly area: number
  readonly total: number
}

/** Flood fill over the eight neighbours; `use` is told of every patch while its outline is known. */
function eachPatch(
  { data, width, height }: ProbabilityMap,
  use: (patch: Patch, outline: () => Point[]) => void,
): void {
  const seen = new Uint8Array(width * height)
  const stack = new Int32Array(width * height)
  // Of each row, the first column and the one behind the last of the patch that is being filled.
  const lefts = new Int32Array(height).fill(width)
  const rights = new Int32Array(height)
  for (let start = 0; start < data.length; start++) {
    if (data[start]! <= inkThreshold || seen[start] === 1) continue
    let area = 0
    let total = 0
    const top = (start / width) | 0
    let bottom = top
    let depth = 0
    stack[depth++] = start
    seen[start] = 1
    while (depth > 0) {
      const index = stack[--depth]!
      const y = (index / width) | 0
      const x = index - y * width
      area += 1
      total += data[index]!
      if (x < lefts[y]!) lefts[y] = x
      if (x >= rights[y]!) rights[y] = x + 1
      if (y > bottom) bottom = y
      const firstX = x > 0 ? x - 1 : x
      const lastX = x < width - 1 ? x + 1 : x
      const lastY = y < height - 1 ? y + 1 : y
      for (let ny = y > 0 ? y - 1 : y; ny <= lastY; ny++) {
        for (let next = ny * width + firstX; next <= ny * width + lastX; next++) {
          if (data[next]! <= inkThreshold || seen[next] === 1) continue
          seen[next] = 1
          stack[depth++] = next
        }
      }
    }
    use({ area, total }, () => outlineOf(lefts, rights, top, bottom))
    lefts.fill(width, top, bottom + 1)
    rights.fill(0, top, bottom + 1)
  }
}

function outlineOf(lefts: Int32Array, rights: Int32Array, top: number, bottom: number): Point[] {
  const points: Point[] = []
  for (let y = top; y <= bottom; y++) {
    const [left, right] = [lefts[y]!, rights[y]!]
    points.push([left, y], [right, y], [left, y + 1], [right, y + 1])
  }
  return points
}
