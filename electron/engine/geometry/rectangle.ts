import type { Point, Quad } from '../../../core/license/reading.ts'

/** A turned rectangle; `angle` in radians is the direction of its `width`. */
export interface Rectangle {
  readonly centerX: number
  readonly centerY: number
  readonly width: number
  readonly height: number
  readonly angle: number
}

/** The smallest rectangle, at any angle, around the points. */
export function smallestRectangle(points: readonly Point[]): Rectangle {
  const hull = convexHull(points)
  let best: Rectangle = { centerX: 0, centerY: 0, width: Infinity, height: 1, angle: 0 }
  hull.forEach((start, index) => {
    const end = hull[(index + 1) % hull.length] ?? start
    const candidate = boundsAlong(hull, Math.atan2(end[1] - start[1], end[0] - start[0]))
    if (candidate.width * candidate.height < best.width * best.height) best = candidate
  })
  return best
}

export function rectangleCorners({ centerX, centerY, width, height, angle }: Rectangle): Quad {
  const cosine = Math.cos(angle) / 2
  const sine = Math.sin(angle) / 2
  const corner = (x: number, y: number): Point => [
    centerX + x * width * cosine - y * height * sine,
    centerY + x * width * sine + y * height * cosine,
  ]
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}

function boundsAlong(points: readonly Point[], angle: number): Rectangle {
  const cosine = Math.cos(angle)
  const sine = Math.sin(angle)
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [x, y] of points) {
    const along = x * cosine + y * sine
    const across = y * cosine - x * sine
    left = Math.min(left, along)
    right = Math.max(right, along)
    top = Math.min(top, across)
    bottom = Math.max(bottom, across)
  }
  const middleX = (left + right) / 2
  const middleY = (top + bottom) / 2
  return {
    centerX: middleX * cosine - middleY * sine,
    centerY: middleX * sine + middleY * cosine,
    width: right - left,
    height: bottom - top,
    angle,
  }
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const lower = chain(sorted)
  const upper = chain(sorted.toReversed())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

function chain(points: readonly Point[]): Point[] {
  const hull: Point[] = []
  for (const point of points) {
    while (hull.length > 1 && !turnsLeft(hull.at(-2), hull.at(-1), point)) hull.pop()
    hull.push(point)
  }
  return hull
}

function turnsLeft(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  if (a === undefined || b === undefined) return true
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0
}
