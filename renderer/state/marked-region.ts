import type { Point, Quad, Reading } from '../../core/license/reading.ts'
import { type Box, boxAround, type Size } from './image-geometry.ts'

/** A part of an image to be shown upright, with a frame in it. */
export interface MarkedRegion {
  /** What is cut out, in pixels of the image. */
  readonly part: Box
  readonly frames: readonly Quad[]
}

/** Places in the picture where something hindered the reading. */
export const regionsOf = ({ hindrances }: Pick<Reading, 'hindrances'>): readonly Quad[] =>
  hindrances.flatMap(({ region }) => (region === undefined ? [] : [region]))

/** So much of what lies around a place is shown with it, by its own size. */
const around = 0.6

/** What hindered the reading, with something around it; the card where it is everywhere; null where no place is known. */
export function markedRegionOf({
  hindrances,
  image,
}: Pick<Reading, 'hindrances' | 'image'>): MarkedRegion | null {
  const frames = regionsOf({ hindrances })
  if (frames.length > 0) {
    const box = boxAround(frames.flat())
    return {
      frames,
      part: inside(
        grown(box, around * (box.right - box.left), around * (box.bottom - box.top)),
        image,
      ),
    }
  }
  if (image.card === undefined || hindrances.length === 0) return null
  const box = boxAround(image.card)
  const margin = 0.08 * (box.right - box.left)
  return { frames: [image.card], part: inside(grown(box, margin, margin), image) }
}

const grown = (box: Box, across: number, down: number): Box => ({
  left: box.left - across,
  top: box.top - down,
  right: box.right + across,
  bottom: box.bottom + down,
})

const inside = (box: Box, { width, height }: Size): Box => ({
  left: Math.max(0, box.left),
  top: Math.max(0, box.top),
  right: Math.min(width, box.right),
  bottom: Math.min(height, box.bottom),
})

/** How the part is drawn into a space: its size there, turned upright, and pixels there per pixel of the image. */
export function placeInto(
  { left, top, right, bottom }: Box,
  turn: number,
  space: Size,
): Size & { readonly scale: number; readonly middle: Point } {
  const [width, height] = [Math.max(1, right - left), Math.max(1, bottom - top)]
  const isLying = turn % 180 !== 0
  const [across, down] = isLying ? [height, width] : [width, height]
  const scale = Math.min(space.width / across, space.height / down)
  return {
    width: across * scale,
    height: down * scale,
    scale,
    middle: [(left + right) / 2, (top + bottom) / 2],
  }
}
