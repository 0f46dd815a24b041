import type { Point, Quad } from '../../../core/license/reading.ts'
import { quadCenter, quadWidth } from '../geometry/quad.ts'

/** The title printed on every license. */
export const title = '中华人民共和国机动车驾驶证'

/** How much of the title stands in a text, 0..1. */
export function titleLikeness(text: string): number {
  const characters = text.replace(/[^\u4e00-\u9fff]/g, '')
  if (characters.length < 5) return 0
  const share =
    [...title].filter((character) => characters.includes(character)).length / title.length
  return characters.length > 20 ? share / 2 : share
}

/** From this likeness on a text is taken for the title. */
export const titleThreshold = 0.55

/** Width of the printed title on the card, in millimetres. */
const titleWidth = 63.5

/** What the title tells of the card around it. */
export interface TitleFrame {
  readonly center: Point
  /** Direction of the text, radians, clockwise. */
  readonly angle: number
  /** Pixels to the millimetre. */
  readonly millimetre: number
}

export const titleFrame = (quad: Quad): TitleFrame => ({
  center: quadCenter(quad),
  angle: Math.atan2(quad[1][1] - quad[0][1], quad[1][0] - quad[0][0]),
  millimetre: quadWidth(quad) / titleWidth,
})
