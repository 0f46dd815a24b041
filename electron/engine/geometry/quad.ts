import type { Point, Quad } from '../../../core/license/reading.ts'

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])

export const mapQuad = (quad: Quad, move: (point: Point) => Point): Quad => [
  move(quad[0]),
  move(quad[1]),
  move(quad[2]),
  move(quad[3]),
]

export const quadWidth = (quad: Quad): number =>
  (distance(quad[0], quad[1]) + distance(quad[3], quad[2])) / 2

export const quadHeight = (quad: Quad): number =>
  (distance(quad[0], quad[3]) + distance(quad[1], quad[2])) / 2

const quadCenter = (quad: Quad): Point => [
  (quad[0][0] + quad[1][0] + quad[2][0] + quad[3][0]) / 4,
  (quad[0][1] + quad[1][1] + quad[2][1] + quad[3][1]) / 4,
]

/** Turns a point clockwise (y points down) by `angle` radians around the origin. */
export function turnPoint([x, y]: Point, angle: number): Point {
  const cosine = Math.cos(angle)
  const sine = Math.sin(angle)
  return [x * cosine - y * sine, x * sine + y * cosine]
}

/** Renumbers the corners clockwise so that the first edge runs along the reading direction `angle`, in radians. */
export function orientQuad(quad: Quad, angle: number): Quad {
  const center = quadCenter(quad)
  const corners = quad
    .map((point) => ({
      point,
      turned: turnPoint([point[0] - center[0], point[1] - center[1]], -angle),
    }))
    .toSorted((a, b) => Math.atan2(a.turned[1], a.turned[0]) - Math.atan2(b.turned[1], b.turned[0]))
  const reach = corners.map(({ turned }) => turned[0] + turned[1])
  const first = reach.indexOf(Math.min(...reach))
  const corner = (offset: number): Point => corners[(first + offset) % 4]?.point ?? center
  return [corner(0), corner(1), corner(2), corner(3)]
}

/** The part of a quad between two positions along its reading direction, 0 = its start, 1 = its end. */
export function sliceQuad(quad: Quad, from: number, to: number): Quad {
  const along = (a: Point, b: Point, t: number): Point => [
    a[0] + (b[0] - a[0]) * t,
    a[1] + (b[1] - a[1]) * t,
  ]
  return [
    along(quad[0], quad[1], from),
    along(quad[0], quad[1], to),
    along(quad[3], quad[2], to),
    along(quad[3], quad[2], from),
  ]
}

/** Moves both ends outwards along the reading direction by `margin` times the quad's height. */
export function lengthenQuad(quad: Quad, margin: number): Quad {
  const share = (margin * quadHeight(quad)) / (quadWidth(quad) || 1)
  return sliceQuad(quad, -share, 1 + share)
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The smallest upright box around a quad. */
export function boxOf(quad: Quad): Box {
  const xs = quad.map(([x]) => x)
  const ys = quad.map(([, y]) => y)
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  }
}
