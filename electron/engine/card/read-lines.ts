import type { Quad } from '../../../core/license/reading.ts'
import { detectText } from '../detect/detect.ts'
import type { TextBox } from '../detect/text-boxes.ts'
import type { Line } from '../extract/line.ts'
import { lengthenQuad, orientQuad, turnPoint } from '../geometry/quad.ts'
import type { Raster } from '../geometry/raster.ts'
import { rectangleCorners } from '../geometry/rectangle.ts'
import { titleFrame } from '../locate/title.ts'
import type { Models } from '../models/models.ts'
import { withBlanks } from '../recognize/blanks.ts'
import { fillGaps } from '../recognize/fill-gaps.ts'
import { cutLine, recognizeLines } from '../recognize/recognize.ts'
import { redness, sealRedness } from '../recognize/redness.ts'
import { withoutSubtitles } from './subtitles.ts'
import type { Card } from './straighten-card.ts'

const detectionLongSide = 800
/** Boxes sometimes cut into the first or last character: this much is added at both ends, in heights of the line. */
const endMargin = 0.1
/** A seal stands alone, and its rows are spaced so widely that boxes lose whole characters. */
const sealEndMargin = 0.4

/** Where text stands on a card, ready to be recognized. */
interface CardText {
  /** All lines but the title and the subtitles. */
  readonly lines: readonly TextBox[]
  /** Small lines under other ones: the English words of the labels. */
  readonly subtitles: readonly TextBox[]
}

/** Finds the lines on the card but its title; around it, where the title tells how far the card reaches, none. */
export async function findLines(models: Models, { raster, title }: Card): Promise<CardText> {
  const boxes = await detectText(models.detection, raster, detectionLongSide)
  const wanted = title === undefined ? boxes : boxes.filter(isBelow(title))
  const lines = withoutSubtitles(wanted)
  return { lines, subtitles: wanted.filter((box) => !lines.includes(box)) }
}

/** Recognizes lines that `findLines` found. */
export async function readLines(
  models: Models,
  { raster }: Card,
  boxes: readonly TextBox[],
): Promise<Line[]> {
  const quads = boxes.map((box) => orientQuad(rectangleCorners(box), 0))
  return readCuts(
    models,
    quads.map((quad) => cutBox(raster, quad)),
  )
}

/** Recognizes what stands in just these places of a card. */
export function readQuads(models: Models, card: Raster, quads: readonly Quad[]): Promise<Line[]> {
  const cutAt = (quad: Quad): CutBox => {
    const cut = cutLine(card, quad)
    return { quad, cut, red: redness(cut) }
  }
  return readCuts(models, quads.map(cutAt))
}

async function readCuts(models: Models, cuts: readonly CutBox[]): Promise<Line[]> {
  const texts = await recognizeLines(
    models,
    cuts.map(({ cut }) => cut),
  )
  return cuts.flatMap(({ quad, cut, red }, index) => {
    const text = texts[index]
    if (text === undefined) return []
    const characters = withBlanks(cut, { ...text, characters: fillGaps(cut, text) })
    return characters.length === 0 ? [] : [{ quad, characters, redness: red }]
  })
}

interface CutBox {
  readonly quad: Quad
  readonly cut: Raster
  readonly red: number
}

function cutBox(raster: Raster, box: Quad): CutBox {
  const quad = lengthenQuad(box, endMargin)
  const cut = cutLine(raster, quad)
  const red = redness(cut)
  if (red <= sealRedness) return { quad, cut, red }
  const longer = lengthenQuad(box, sealEndMargin)
  return { quad: longer, cut: cutLine(raster, longer), red }
}

/** Around the middle of the title, in millimetres, what no label or value begins or lies beyond. */
const fields = { left: -46, lastStart: 39, top: 6, bottom: 54 } as const

/** Whether a box stands on the card and below its title: what begins at its right edge lies beside it. */
function isBelow(title: Quad): (box: TextBox) => boolean {
  const { center, angle, millimetre } = titleFrame(title)
  return ({ centerX, centerY, width }) => {
    const [x, y] = turnPoint([centerX - center[0], centerY - center[1]], -angle)
    const [across, down] = [x / millimetre, y / millimetre]
    const start = across - width / millimetre / 2
    return (
      across > fields.left && start < fields.lastStart && down > fields.top && down < fields.bottom
    )
  }
}
