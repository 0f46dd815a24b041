import type { Point, Quad } from '../../../core/license/reading.ts'
import { quadCenter, quadWidth, sliceQuad, turnPoint } from '../geometry/quad.ts'
import type { SeenCharacter } from '../recognize/decode-text.ts'

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

/** What a box shows beyond the title, or lacks of it, by less than this share is its margin. */
const margin = 0.06

/** Where the whole title stands, by the characters of it that a box shows: a box may end within it. */
export function wholeTitle(quad: Quad, characters: readonly SeenCharacter[]): Quad {
  const seen = characters
    .map(({ text, at }) => ({ index: title.indexOf(text), at }))
    .filter(({ index }) => index >= 0)
  const [first, last] = [seen[0], seen.at(-1)]
  if (first === undefined || last === undefined || last.index <= first.index) return quad
  const pitch = (last.at - first.at) / (last.index - first.index)
  const start = first.at - (first.index + 0.5) * pitch
  const end = last.at + (title.length - last.index - 0.5) * pitch
  return sliceQuad(quad, start < -margin ? start : 0, end > 1 + margin ? end : 1)
}

/** From this likeness on a text is taken for the title. */
export const titleThreshold = 0.55

/** Width of the printed title on the card, in millimetres. */
const titleWidth = 63.5

/** Width of the license number with its margins, and its middle as seen from the title's, in millimetres. */
const number = { width: 41.5, right: 3, down: 8.8 } as const

/** Where the title stands, by where the license number does. */
export function titleAbove(numberQuad: Quad): Quad {
  const scale = quadWidth(numberQuad) / number.width
  const [[left, top], [right, end]] = numberQuad
  const angle = Math.atan2(end - top, right - left)
  const [numberX, numberY] = quadCenter(numberQuad)
  const cornerAt = (x: number, y: number): Point => {
    const [turnedX, turnedY] = turnPoint(
      [scale * (x - number.right), scale * (y - number.down)],
      angle,
    )
    return [numberX + turnedX, numberY + turnedY]
  }
  const [halfWidth, halfHeight] = [titleWidth / 2, 2.5]
  return [
    cornerAt(-halfWidth, -halfHeight),
    cornerAt(halfWidth, -halfHeight),
    cornerAt(halfWidth, halfHeight),
    cornerAt(-halfWidth, halfHeight),
  ]
}

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
