import type { Quad } from '../../../core/license/reading.ts'
import { orientQuad } from '../geometry/quad.ts'
import type { Raster } from '../geometry/raster.ts'
import { rectangleCorners } from '../geometry/rectangle.ts'
import type { Models } from '../models/models.ts'
import { cutLine, recognizeLines } from '../words/recognize.ts'
import type { SeenText } from '../words/decode-text.ts'
import type { TextBox } from '../words/text-boxes.ts'

/** A line of a picture whose text has no known place. */
export interface ReadLine {
  /** In pixels of the picture, in reading direction. */
  readonly quad: Quad
  readonly text: string
}

/** Lines that are tried in both directions to find which way up the picture is. */
const directionProbes = 6

/** Reads the largest lines of a picture, the right way up. */
export async function readLargestLines(
  models: Models,
  picture: Raster,
  boxes: readonly TextBox[],
  most: number,
): Promise<readonly ReadLine[]> {
  const lines = await readEveryLine(models, picture, boxes.filter(isLong), most)
  return lines.map(({ quad, text }) => ({ quad, text: text.replace(/\s/g, '') }))
}

const isLong = (box: TextBox): boolean => box.width > 1.6 * box.height

/** The same of short ones too, with their blanks and how sure the network is of the weakest character, 0..1. */
export async function readEveryLine(
  models: Models,
  picture: Raster,
  boxes: readonly TextBox[],
  most: number,
): Promise<readonly (ReadLine & { readonly confidence: number })[]> {
  const lines = boxes.toSorted((a, b) => b.width * b.height - a.width * a.height).slice(0, most)
  const probes = lines.filter(isLong).slice(0, directionProbes)
  const turn = await likelierTurn(models, picture, probes)
  const quads = lines.map((box) => orientQuad(rectangleCorners(box), box.angle + turn))
  const seen = await recognizeLines(
    models.reader,
    quads.map((quad) => cutLine(picture, quad)),
  )
  return quads.map((quad, index) => {
    const characters = seen[index]?.characters ?? []
    const text = characters.map((character) => character.text).join('')
    const confidence = Math.min(1, ...characters.map((character) => character.confidence))
    return { quad, text: text.trim(), confidence }
  })
}

async function likelierTurn(
  models: Models,
  picture: Raster,
  lines: readonly TextBox[],
): Promise<number> {
  const legibilityAt = async (turn: number): Promise<number> => {
    const cuts = lines.map((box) =>
      cutLine(picture, orientQuad(rectangleCorners(box), box.angle + turn)),
    )
    const texts = await recognizeLines(models.finder, cuts)
    return texts.reduce((sum, text) => sum + legibility(text), 0)
  }
  return (await legibilityAt(0)) >= (await legibilityAt(Math.PI)) ? 0 : Math.PI
}

function legibility({ characters }: SeenText): number {
  if (characters.length === 0) return 0
  const mean = characters.reduce((sum, { confidence }) => sum + confidence, 0) / characters.length
  return mean * Math.min(characters.length, 18)
}
