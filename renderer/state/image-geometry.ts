import type { Point, Quad } from '../../core/license/reading.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** How an image lies in its pane: (x, y) is where its centre is, in pixels of the pane. */
export interface ImagePlace {
  readonly x: number
  readonly y: number
  /** Pixels of the pane per pixel of the image. */
  readonly scale: number
  /** Clockwise degrees, any multiple of 90. */
  readonly turn: number
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const minScale = 0.02
const maxScale = 8

/** Where a point of the image lies in the pane. */
export function toPane(place: ImagePlace, image: Size, [px, py]: Point): Point {
  const dx = (px - image.width / 2) * place.scale
  const dy = (py - image.height / 2) * place.scale
  const angle = (place.turn * Math.PI) / 180
  const cos = Math.round(Math.cos(angle))
  const sin = Math.round(Math.sin(angle))
  return [place.x + dx * cos - dy * sin, place.y + dx * sin + dy * cos]
}

/** Which point of the image lies at a point of the pane. */
export function fromPane(place: ImagePlace, image: Size, [px, py]: Point): Point {
  const [dx, dy] = [(px - place.x) / place.scale, (py - place.y) / place.scale]
  const angle = (place.turn * Math.PI) / 180
  const cos = Math.round(Math.cos(angle))
  const sin = Math.round(Math.sin(angle))
  return [dx * cos + dy * sin + image.width / 2, dy * cos - dx * sin + image.height / 2]
}

/** Whether a point lies in a line of text, or so near that it is meant. */
export function isOnLine([topLeft, topRight, , bottomLeft]: Quad, point: Point): boolean {
  const along: Point = [topRight[0] - topLeft[0], topRight[1] - topLeft[1]]
  const down: Point = [bottomLeft[0] - topLeft[0], bottomLeft[1] - topLeft[1]]
  const [width, height] = [Math.hypot(...along), Math.hypot(...down)]
  if (width === 0 || height === 0) return false
  const from: Point = [point[0] - topLeft[0], point[1] - topLeft[1]]
  const at = (from[0] * along[0] + from[1] * along[1]) / width
  const below = (from[0] * down[0] + from[1] * down[1]) / height
  const room = height * 0.3
  return at >= -room && at <= width + room && below >= -room && below <= height + room
}

export function boxAround(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  }
}

const corners = (box: Box): readonly Point[] => [
  [box.left, box.top],
  [box.right, box.top],
  [box.right, box.bottom],
  [box.left, box.bottom],
]

/** The place in which `part` of the image fills the pane but for `margin` pixels around. */
export function fit(pane: Size, image: Size, turn: number, margin: number, part?: Box): ImagePlace {
  const whole = { left: 0, top: 0, right: image.width, bottom: image.height }
  const turned = boxAround(
    corners(part ?? whole).map((corner) => toPane({ x: 0, y: 0, scale: 1, turn }, image, corner)),
  )
  const room = (across: number): number => Math.max(40, across - 2 * margin)
  const scale = clampScale(
    Math.min(
      room(pane.width) / Math.max(1, turned.right - turned.left),
      room(pane.height) / Math.max(1, turned.bottom - turned.top),
      part === undefined ? 1.5 : maxScale,
    ),
  )
  return {
    x: pane.width / 2 - ((turned.left + turned.right) / 2) * scale,
    y: pane.height / 2 - ((turned.top + turned.bottom) / 2) * scale,
    scale,
    turn,
  }
}

const clampScale = (scale: number): number => Math.min(maxScale, Math.max(minScale, scale))

/** Zooms so that what lies under `point` of the pane stays there. */
export function zoomAt(place: ImagePlace, [px, py]: Point, factor: number): ImagePlace {
  const scale = clampScale(place.scale * factor)
  const real = scale / place.scale
  return { ...place, scale, x: px + (place.x - px) * real, y: py + (place.y - py) * real }
}

/** Turns by a quarter, clockwise, around the middle of the pane. */
export function quarterTurn(place: ImagePlace, pane: Size): ImagePlace {
  const dx = place.x - pane.width / 2
  const dy = place.y - pane.height / 2
  return { ...place, x: pane.width / 2 - dy, y: pane.height / 2 + dx, turn: place.turn + 90 }
}

/** Moves the image so that it never leaves the pane altogether. */
export function keepInSight(place: ImagePlace, pane: Size, image: Size): ImagePlace {
  const box = boxAround(
    corners({ left: 0, top: 0, right: image.width, bottom: image.height }).map((corner) =>
      toPane(place, image, corner),
    ),
  )
  const shift = (low: number, high: number, room: number): number => {
    const strip = Math.min(80, room / 2)
    if (high < strip) return strip - high
    return low > room - strip ? room - strip - low : 0
  }
  const dx = shift(box.left, box.right, pane.width)
  const dy = shift(box.top, box.bottom, pane.height)
  return dx === 0 && dy === 0 ? place : { ...place, x: place.x + dx, y: place.y + dy }
}

/** The smallest move that brings the points into the pane, `margin` pixels from its edges. */
export function bringIntoSight(
  place: ImagePlace,
  pane: Size,
  image: Size,
  points: readonly Point[],
  margin: number,
): ImagePlace {
  if (points.length === 0) return place
  const box = boxAround(points.map((point) => toPane(place, image, point)))
  const move = (low: number, high: number, room: number): number => {
    if (high - low > room - 2 * margin) return room / 2 - (low + high) / 2
    if (low < margin) return margin - low
    return high > room - margin ? room - margin - high : 0
  }
  const dx = move(box.left, box.right, pane.width)
  const dy = move(box.top, box.bottom, pane.height)
  return dx === 0 && dy === 0 ? place : { ...place, x: place.x + dx, y: place.y + dy }
}

/** Text smaller than this in the pane cannot be compared; it is enlarged to the second. */
const legible = { least: 11, wanted: 18 } as const

/** Brings lines of text into the pane, enlarged only where they could not be read. */
export function showText(
  place: ImagePlace,
  pane: Size,
  image: Size,
  lines: readonly Quad[],
): ImagePlace {
  const first = lines[0]
  if (first === undefined) return place
  const high = Math.hypot(first[3][0] - first[0][0], first[3][1] - first[0][1]) * place.scale
  const box = boxAround(lines.flat().map((point) => toPane(place, image, point)))
  const room = (pane.width - 60) / Math.max(1, box.right - box.left)
  const factor = high < legible.least ? Math.min(legible.wanted / Math.max(1, high), room) : 1
  const middle: Point = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  const larger = factor > 1 ? zoomAt(place, middle, factor) : place
  const margin = Math.min(48, pane.height / 4)
  return bringIntoSight(larger, pane, image, lines.flat(), margin)
}
