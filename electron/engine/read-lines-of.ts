import type { Quad } from '../../core/license/reading.ts'
import { ok, type Result } from '../../core/result.ts'
import type { OpenImage } from './decode/open-image.ts'
import { mapQuad } from './geometry/quad.ts'
import type { Models } from './models/models.ts'
import type { EngineFailure } from './protocol.ts'
import { readEveryLine } from './register/read-lines.ts'
import { detectText } from './words/detect.ts'

/** A line anywhere in an image, in pixels of the upright image. */
export interface LineOfImage {
  readonly quad: Quad
  readonly text: string
  readonly confidence: number
}

/** Long sides in pixels to which the picture is decoded, and at which lines are looked for. */
const longSides = { decoded: 2400, searched: 1760 } as const
/** More than eight cards have. */
const mostLines = 200

/** Reads every line of text in a picture, whatever it is, from top to bottom as the picture stands upright. */
export async function readLinesOf(
  models: Models,
  image: OpenImage,
): Promise<Result<readonly LineOfImage[], EngineFailure>> {
  const decoded = await image.decode(longSides.decoded)
  if (!decoded.ok) return decoded
  const picture = decoded.value
  const longSide = Math.max(picture.width, picture.height)
  const boxes = await detectText(models.detection, picture, Math.min(longSide, longSides.searched))
  const lines = await readEveryLine(models, picture, boxes, mostLines)
  const scale = image.width / picture.width
  return ok(
    lines
      .filter(({ text }) => text !== '')
      .map(({ quad, text, confidence }) => ({
        quad: mapQuad(quad, ([x, y]) => [x * scale, y * scale]),
        text,
        confidence,
      }))
      .toSorted((one, other) => one.quad[0][1] - other.quad[0][1]),
  )
}
