import type { Point } from '../../../core/license/reading.ts'
import { mainPage } from '../forms/main-page.ts'
import { applyHomography, type Homography } from '../geometry/homography.ts'
import type { ReadLine } from './read-lines.ts'
import { similarity } from './pose.ts'

/** Words of the form that are hardly found elsewhere, or only side by side. */
const labels = mainPage.words.filter(({ isSmall }) => isSmall !== true)
/** From so many labels in their places on, a main page lies there though its title is covered. */
const leastLabels = 4
/** A label is in its place where it is off by less than this, in millimetres. */
const inPlace = 3

interface Sighting {
  /** Where the label begins on the form, and in the picture. */
  readonly on: Point
  readonly at: Point
}

/** Where a main page lies whose title cannot be read, by its labels; nothing where too few are found in their places. */
export function placeByLabels(lines: readonly ReadLine[]): Homography | undefined {
  const seen = lines.flatMap(sightings)
  let best: { pose: Homography; count: number } | undefined
  for (const one of seen) {
    for (const other of seen) {
      const apart = Math.hypot(one.on[0] - other.on[0], one.on[1] - other.on[1])
      if (apart < 12) continue
      const pose = similarity(one.on, other.on, one.at, other.at)
      const millimetre = Math.hypot(pose[0], pose[3])
      const count = seen.filter(({ on, at }) => {
        const [x, y] = applyHomography(pose, on)
        return Math.hypot(x - at[0], y - at[1]) < inPlace * millimetre
      }).length
      if (best === undefined || count > best.count) best = { pose, count }
    }
  }
  return best !== undefined && best.count >= leastLabels ? best.pose : undefined
}

function sightings({ quad, text }: ReadLine): Sighting[] {
  const label = labels.find((word) => text.startsWith(word.text))
  if (label === undefined) return []
  const [left, top, , bottom] = label.box
  const [start, end] = [quad[0], quad[3]]
  const beginning: Point = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2]
  return [{ on: [left, (top + bottom) / 2], at: beginning }]
}
