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
  return patches(map).flatMap((patch) => {
    if (patch.area < smallestArea || patch.total / patch.area < boxThreshold) return []
    const box = smallestRectangle(patch.outline())
    if (Math.min(box.width, box.height) < shortestSide) return []
    return [{ ...lengthwise(grow(box)), score: patch.total / patch.area }]
  })
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

class Patch {
  area = 0
  total = 0
  readonly #spans = new Map<number, [left: number, right: number]>()

  add(x: number, y: number, probability: number): void {
    this.area += 1
    this.total += probability
    const span = this.#spans.get(y)
    if (span === undefined) this.#spans.set(y, [x, x])
    else {
      if (x < span[0]) span[0] = x
      if (x > span[1]) span[1] = x
    }
  }

  outline(): Point[] {
    return [...this.#spans].flatMap(([y, [left, right]]): Point[] => [
      [left, y],
      [right + 1, y],
      [left, y + 1],
      [right + 1, y + 1],
    ])
  }
}

/** Flood fill over the eight neighbours. */
function patches({ data, width, height }: ProbabilityMap): Patch[] {
  const seen = new Uint8Array(width * height)
  const stack = new Int32Array(width * height)
  const found: Patch[] = []
  for (let start = 0; start < data.length; start++) {
    if (seen[start] === 1 || data[start]! <= inkThreshold) continue
    const patch = new Patch()
    found.push(patch)
    let depth = 0
    stack[depth++] = start
    seen[start] = 1
    while (depth > 0) {
      const index = stack[--depth]!
      const y = (index / width) | 0
      const x = index - y * width
      patch.add(x, y, data[index]!)
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx
          if (seen[next] === 1 || data[next]! <= inkThreshold) continue
          seen[next] = 1
          stack[depth++] = next
        }
      }
    }
  }
  return found
}
