import type { Point, Quad } from '../../../core/license/reading.ts'
import { detectText } from '../detect/detect.ts'
import type { TextBox } from '../detect/text-boxes.ts'
import { mapQuad, orientQuad, turnPoint } from '../geometry/quad.ts'
import { quarterTurn, type Raster } from '../geometry/raster.ts'
import { rectangleCorners } from '../geometry/rectangle.ts'
import { textOf } from '../extract/line.ts'
import type { Models } from '../models/models.ts'
import type { SeenText } from '../recognize/decode-text.ts'
import { cutLine, recognizeLines } from '../recognize/recognize.ts'
import { titleAbove, titleFrame, titleLikeness, titleThreshold, wholeTitle } from './title.ts'

/** Where a card lies in a picture. */
export interface CardPlace {
  /** Around the card, corners in the card's own reading direction, in pixels of the picture. */
  readonly quad: Quad
  /** Direction in which the card's text runs, radians, clockwise. */
  readonly angle: number
  /** Where the title stands; nothing when it was not found. */
  readonly title: Quad | undefined
}

const longSide = 640
const mostTitleProbes = 12
const orientationProbes = 5

/** Finds the card and which way up it lies; nothing where the picture holds no text at all. */
export async function locateCard(models: Models, picture: Raster): Promise<CardPlace | undefined> {
  const boxes = await detectText(models.detection, picture, longSide)
  if (boxes.length === 0) return undefined
  const lines = linesAmong(boxes)
  const title =
    (await findTitle(models, picture, lines)) ?? (await findTitleSideways(models, picture))
  const angle = title?.angle ?? (await likelierDirection(models, picture, lines))
  return { quad: cardQuad(boxes, angle, title?.quad), angle, title: title?.quad }
}

function linesAmong(boxes: readonly TextBox[]): readonly TextBox[] {
  const long = boxes.filter((box) => box.width > 2.2 * box.height)
  return long.length > 0 ? long : boxes
}

interface Title {
  readonly quad: Quad
  readonly angle: number
}

/** The detection network sees level lines better: a card on its side among many of them may need a second look. */
async function findTitleSideways(models: Models, picture: Raster): Promise<Title | undefined> {
  const turned = quarterTurn(picture)
  const boxes = await detectText(models.detection, turned, longSide)
  const found = await findTitle(models, turned, linesAmong(boxes))
  if (found === undefined) return undefined
  return {
    quad: mapQuad(found.quad, ([x, y]) => [y, picture.height - x]),
    angle: found.angle - Math.PI / 2,
  }
}

/**
 * Reads tall, long boxes both ways round until one of them is the card's title: the most prominent first, those of
 * which there are many, as in a newspaper around the card, last. Where lines around the title run into it, the license
 * number tells where it stands.
 */
async function findTitle(
  models: Models,
  picture: Raster,
  lines: readonly TextBox[],
): Promise<Title | undefined> {
  const prominence = (box: TextBox): number =>
    (box.height * Math.min(box.width / box.height, 14)) /
    lines.filter((other) => areAlike(box, other)).length
  const candidates = lines
    .filter((box) => box.width / box.height > 5 && box.width / box.height < 26)
    .toSorted((a, b) => prominence(b) - prominence(a))
    .slice(0, mostTitleProbes)
  let number: Title | undefined
  for (const box of candidates) {
    for (const angle of [box.angle, box.angle + Math.PI]) {
      const probe = { angle, quad: orientQuad(rectangleCorners(box), angle) }
      const [seen] = await recognizeLines(models, [cutLine(picture, probe.quad)])
      const characters = seen?.characters ?? []
      const text = textOf(characters)
      if (titleLikeness(text) >= titleThreshold)
        return { angle, quad: wholeTitle(probe.quad, characters) }
      if (!/^\d{17}[\dX]$/i.test(text)) continue
      number ??= { angle, quad: titleAbove(probe.quad) }
      break
    }
  }
  return number
}

/** Whether two boxes may be lines of one text: as tall, as long and level. */
const areAlike = (a: TextBox, b: TextBox): boolean =>
  Math.abs(Math.log(a.height / b.height)) < 0.15 &&
  Math.abs(Math.log(a.width / b.width)) < 0.15 &&
  Math.abs(Math.sin(a.angle - b.angle)) < 0.1

/** Without a title: of the two directions along the lines, the one in which the longest lines read better. */
async function likelierDirection(
  models: Models,
  picture: Raster,
  lines: readonly TextBox[],
): Promise<number> {
  const angle = commonAngle(lines)
  const longest = lines.toSorted((a, b) => b.width - a.width).slice(0, orientationProbes)
  const scores: number[] = []
  for (const direction of [angle, angle + Math.PI]) {
    const cuts = longest.map((box) =>
      cutLine(picture, orientQuad(rectangleCorners(box), direction)),
    )
    const texts = await recognizeLines(models, cuts)
    scores.push(texts.reduce((sum, text) => sum + legibility(text), 0))
  }
  return (scores[0] ?? 0) >= (scores[1] ?? 0) ? angle : angle + Math.PI
}

/** Mean angle of the lines, longer ones counting more; angles are doubled so that 0° and 180° agree. */
function commonAngle(lines: readonly TextBox[]): number {
  let x = 0
  let y = 0
  for (const { angle, width, score } of lines) {
    x += width * score * Math.cos(2 * angle)
    y += width * score * Math.sin(2 * angle)
  }
  return Math.atan2(y, x) / 2
}

function legibility({ characters }: SeenText): number {
  if (characters.length === 0) return 0
  const mean = characters.reduce((sum, { confidence }) => sum + confidence, 0) / characters.length
  return mean * Math.min(characters.length, 18)
}

/** The upright rectangle, in the card's direction, around all text; the title, where found, says where the card ends. */
function cardQuad(boxes: readonly TextBox[], angle: number, title: Quad | undefined): Quad {
  const corners = boxes.flatMap((box) =>
    rectangleCorners(box).map((corner) => turnPoint(corner, -angle)),
  )
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  let [left, right, top, bottom] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ]
  const margin = 0.06 * (right - left)
  left -= margin
  right += margin
  top -= margin
  bottom += margin
  if (title !== undefined) {
    const upright = titleFrame(mapQuad(title, (corner) => turnPoint(corner, -angle)))
    const { millimetre } = upright
    const [centerX, centerY] = upright.center
    left = Math.max(left, centerX - 50 * millimetre)
    right = Math.min(right, centerX + 50 * millimetre)
    top = Math.max(top, centerY - 9 * millimetre)
    bottom = Math.min(bottom, centerY + 60 * millimetre)
  }
  const back = (x: number, y: number): Point => turnPoint([x, y], angle)
  return [back(left, top), back(right, top), back(right, bottom), back(left, bottom)]
}
