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
  for (const patch of patchesIn(map)) {
    const area = patch.reduce((sum, { left, right }) => sum + right - left, 0)
    const score = patch.reduce((sum, { total }) => sum + total, 0) / area
    if (area < smallestArea || score < boxThreshold) continue
    const box = smallestRectangle(outlineOf(patch))
    if (Math.min(box.width, box.height) < shortestSide) continue
    boxes.push({ ...lengthwise(grow(box)), score })
  }
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

/** A stretch of a row on which text is seen, from one column to before another. */
interface Run {
  readonly row: number
  readonly left: number
  readonly right: number
  /** Of the probabilities on it. */
  readonly total: number
}

/** The runs of each patch that hangs together over the eight neighbours, row by row. */
function patchesIn({ data, width, height }: ProbabilityMap): Iterable<readonly Run[]> {
  const runs: Run[] = []
  // Of each run an earlier one of the same patch; the first of a patch is its own.
  const earlier: number[] = []
  let above = 0
  for (let row = 0; row < height; row++) {
    const first = runs.length
    addRuns(runs, data, row, width)
    for (let run = first; run < runs.length; run++) {
      const { left, right } = runs[run]!
      earlier.push(run)
      while (above < first && runs[above]!.right < left) above++
      for (let other = above; other < first && runs[other]!.left <= right; other++)
        join(earlier, other, run)
    }
    above = first
  }
  return Map.groupBy(runs, (_, run) => firstOf(earlier, run)).values()
}

function addRuns(runs: Run[], data: Float32Array, row: number, width: number): void {
  const start = row * width
  for (let left = 0; left < width; left++) {
    if (data[start + left]! <= inkThreshold) continue
    let total = 0
    let right = left
    for (; right < width && data[start + right]! > inkThreshold; right++)
      total += data[start + right]!
    runs.push({ row, left, right, total })
    left = right
  }
}

function join(earlier: number[], one: number, other: number): void {
  const [first, second] = [firstOf(earlier, one), firstOf(earlier, other)]
  earlier[Math.max(first, second)] = Math.min(first, second)
}

function firstOf(earlier: number[], run: number): number {
  let first = run
  while (earlier[first] !== first) first = earlier[first] = earlier[earlier[first]!]!
  return first
}

function outlineOf(patch: readonly Run[]): Point[] {
  return [...Map.groupBy(patch, ({ row }) => row)].flatMap(([y, runs]): Point[] => {
    const [left, right] = [runs[0]!.left, runs.at(-1)!.right]
    return [
      [left, y],
      [right, y],
      [left, y + 1],
      [right, y + 1],
    ]
  })
}
