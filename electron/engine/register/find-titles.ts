import type { Point, Quad } from '../../../core/license/reading.ts'
import { type DocumentKind, type KnownTitle, knownTitles } from '../forms/forms.ts'
import type { Homography } from '../geometry/homography.ts'
import { orientQuad, quadHeight, quadWidth } from '../geometry/quad.ts'
import type { Raster } from '../geometry/raster.ts'
import { rectangleCorners } from '../geometry/rectangle.ts'
import type { Models } from '../models/models.ts'
import type { SeenCharacter } from '../words/decode-text.ts'
import { cutLine, recognizeLines } from '../words/recognize.ts'
import type { TextBox } from '../words/text-boxes.ts'
import { type Alignment, alignTitle } from './align-title.ts'
import { isInside, similarity } from './pose.ts'

/** A document known by its title, and about where it lies. */
export interface FoundTitle {
  readonly document: DocumentKind
  /** From millimetres of the form to pixels of the picture: turn, size and place, no perspective. */
  readonly pose: Homography
  readonly off: number
}

/** How many times as long as high the line of a title may look. */
const shape = { least: 5, most: 32 } as const
/** So many lines are looked at before a picture counts as one without (further) titles. */
const mostProbes = 64
/** Titles are usually about so many times as long as high. */
const usualShape = { least: 7.5, most: 17 } as const
/** More than this share of a title must not be missing or misread. */
const mostOff = 0.36

/**
 * Every known document in a picture by its title; lines on a document that was found are not looked at any more.
 * @param known documents that were found before; they are not given again
 */
export async function findTitles(
  models: Pick<Models, 'finder'>,
  picture: Raster,
  boxes: readonly TextBox[],
  known: readonly FoundTitle[],
): Promise<readonly FoundTitle[]> {
  const found: FoundTitle[] = []
  const candidates = inTurns(
    boxes
      .filter((box) => box.width > shape.least * box.height && box.width < shape.most * box.height)
      .toSorted((a, b) => prominence(b) - prominence(a)),
  )
  let probes = 0
  for (const box of candidates) {
    if (probes >= mostProbes) break
    if ([...known, ...found].some(({ pose }) => isInside(pose, [box.centerX, box.centerY])))
      continue
    probes += 1
    for (const turn of [0, Math.PI]) {
      const quad = orientQuad(rectangleCorners(box), box.angle + turn)
      const [line] = await recognizeLines(models.finder, [cutLine(picture, quad)])
      const titles = titlesIn(quad, line?.characters ?? [])
      found.push(...titles)
      // Nothing is a title both ways round.
      if (titles.length > 0) break
    }
  }
  return found
}

/** Lines count as of one direction within about so many radians. */
const oneDirection = Math.PI / 18

/** Of every direction the first one, then of each the second: a card that lies on a page of words mostly lies across its lines. */
export function inTurns<Line extends Pick<TextBox, 'angle'>>(lines: readonly Line[]): Line[] {
  const counts = new Map<number, number>()
  const turns = lines.map((line) => {
    const directions = Math.round(Math.PI / oneDirection)
    const direction =
      ((Math.round(line.angle / oneDirection) % directions) + directions) % directions
    const turn = counts.get(direction) ?? 0
    counts.set(direction, turn + 1)
    return { line, turn }
  })
  return turns.toSorted((one, other) => one.turn - other.turn).map(({ line }) => line)
}

/** Boxes of a title's shape first, among them the tall and long ones. */
function prominence({ width, height }: TextBox): number {
  const shapeOf = width / height
  const isUsual = shapeOf > usualShape.least && shapeOf < usualShape.most
  return height * Math.min(shapeOf, 14) * (isUsual ? 2 : 1)
}

/** The titles that a line says: two where documents lie side by side. */
function titlesIn(quad: Quad, characters: readonly SeenCharacter[]): FoundTitle[] {
  return splitAtBeginnings(characters).flatMap((part) => {
    const [best] = knownTitles
      .map((known) => ({ known, alignment: alignTitle(part, known.title.text) }))
      .toSorted(
        (a, b) => a.alignment.off - b.alignment.off || lengthOf(b.known) - lengthOf(a.known),
      )
    if (best === undefined || best.alignment.off > mostOff) return []
    const pose = poseOf(quad, best.known, best.alignment, part.length === characters.length)
    return [{ document: best.known.document, pose, off: best.alignment.off }]
  })
}

/** Of titles that a text says alike the longer one is meant: it holds the other. */
const lengthOf = ({ title }: KnownTitle): number => title.text.length

function splitAtBeginnings(characters: readonly SeenCharacter[]): SeenCharacter[][] {
  const parts: SeenCharacter[][] = [[]]
  characters.forEach((character, index) => {
    const begins = character.text === '中' && characters[index + 1]?.text === '华'
    if (begins && (parts.at(-1)?.length ?? 0) > 5) parts.push([])
    parts.at(-1)?.push(character)
  })
  return parts
}

/** With fewer characters than this the ends of the line tell better how long the title is. */
const leastMatches = 6

function poseOf(
  quad: Quad,
  { title }: KnownTitle,
  { matches }: Alignment,
  isWholeLine: boolean,
): Homography {
  const [left, top, right, bottom] = title.box
  const row = (top + bottom) / 2
  const pitch = (right - left) / title.text.length
  const along = (at: number): Point => {
    const [a, b, c, d] = quad
    return [
      (a[0] + d[0]) / 2 + at * ((b[0] + c[0] - a[0] - d[0]) / 2),
      (a[1] + d[1]) / 2 + at * ((b[1] + c[1] - a[1] - d[1]) / 2),
    ]
  }
  const margin = (0.16 * quadHeight(quad)) / (quadWidth(quad) || 1)
  const spread = (matches.at(-1)?.index ?? 0) - (matches[0]?.index ?? 0)
  if (spread < leastMatches && isWholeLine)
    return similarity([left, row], [right, row], along(margin), along(1 - margin))
  const { slope, start } = lineThrough(
    matches.map(({ index, at }) => [left + (index + 0.5) * pitch, at]),
  )
  const at = (x: number): Point => along(start + slope * x)
  return similarity([left, row], [right, row], at(left), at(right))
}

function lineThrough(points: readonly Point[]): { slope: number; start: number } {
  const count = points.length || 1
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count
  const across = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  const together = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  const slope = together / (across || 1)
  return { slope, start: meanY - slope * meanX }
}
