import type { Quad } from '../../../core/license/reading.ts'
import { quadHeight, quadWidth } from '../geometry/quad.ts'
import type { Raster } from '../geometry/raster.ts'
import { warp } from '../geometry/warp.ts'
import type { LineReader } from '../models/models.ts'
import type { Network } from '../models/network.ts'
import { inputRooms } from '../models/rooms.ts'
import { decodeText, type SeenText } from './decode-text.ts'
import { type LineScores, nothingWatched, scoresIn, type Watched } from './line-scores.ts'

/** Of a line's cut, in pixels. */
const lineHeight = 48
const longestLine = 1600
const largestBatch = 3
/** Widths are rounded up to this, so that few shapes of tensor occur. */
const widthStep = 16

/**
 * Cuts one line of text out of a picture at the height that the network wants.
 * @param squeeze how much narrower than it is it becomes
 */
export function cutLine(picture: Raster, quad: Quad, squeeze = 1): Raster {
  const height = quadHeight(quad) || 1
  const width = Math.round((lineHeight * quadWidth(quad)) / height / squeeze)
  const finer = height / lineHeight
  return warp(picture, quad, Math.min(longestLine, Math.max(8, width)), lineHeight, finer)
}

/**
 * Has a network look at lines that `cutLine` cut, in batches of similar width; the result keeps the order.
 * @param watched of which characters every step of a line must tell how likely they are
 */
export async function scoreLines(
  { network }: LineReader,
  lines: readonly Raster[],
  watched: (line: number) => Watched,
): Promise<readonly LineScores[]> {
  const results: LineScores[] = []
  for (const batch of batches(lines)) {
    const scores = await scoreBatch(
      network,
      batch.map((index) => lines[index]!),
      batch.map(watched),
    )
    scores.forEach((score, position) => {
      results[batch[position]!] = score
    })
  }
  return results
}

/** Reads lines as they are, whatever they may say. */
export async function recognizeLines(
  reader: LineReader,
  lines: readonly Raster[],
): Promise<readonly SeenText[]> {
  const scores = await scoreLines(reader, lines, () => nothingWatched)
  return scores.map((line) => decodeText(line, reader.characters))
}

function batches(lines: readonly Raster[]): number[][] {
  const order = lines.map((_, index) => index).toSorted((a, b) => lines[a]!.width - lines[b]!.width)
  const groups: number[][] = []
  for (const index of order) {
    const group = groups.at(-1)
    const narrowest = group?.[0]
    const fits =
      group !== undefined &&
      narrowest !== undefined &&
      group.length < largestBatch &&
      lines[index]!.width <= lines[narrowest]!.width * 1.35 + 24
    if (fits) group.push(index)
    else groups.push([index])
  }
  return groups
}

async function scoreBatch(
  network: Network,
  lines: readonly Raster[],
  watched: readonly Watched[],
): Promise<LineScores[]> {
  const widest = Math.max(64, ...lines.map((line) => line.width))
  const width = Math.ceil(widest / widthStep) * widthStep
  const plane = lineHeight * width
  const shape = [lines.length, 3, lineHeight, width]
  return inputRooms.lend(lines.length * 3 * plane, (values) => {
    values.fill(0)
    lines.forEach((line, index) => fillPlanes(values, index * 3 * plane, line, width))
    return network({ data: values, shape }, (answer) =>
      lines.map((line, index) => {
        const [, steps = 0] = answer.shape
        return scoresIn(
          answer,
          index,
          Math.min(steps, Math.ceil((steps * line.width) / width)),
          watched[index]!,
        )
      }),
    )
  })
}

function fillPlanes(values: Float32Array, from: number, line: Raster, width: number): void {
  for (let y = 0; y < lineHeight; y++)
    fillRow(values, from + y * width, line, y, lineHeight * width)
}

function fillRow(
  values: Float32Array,
  from: number,
  { data, width }: Raster,
  y: number,
  plane: number,
): void {
  for (let x = 0, at = y * width * 3; x < width; x++, at += 3) {
    values[from + x] = data[at + 2]! / 127.5 - 1
    values[from + plane + x] = data[at + 1]! / 127.5 - 1
    values[from + 2 * plane + x] = data[at]! / 127.5 - 1
  }
}
