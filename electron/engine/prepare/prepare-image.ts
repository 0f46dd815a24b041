import type { Quad } from '../../../core/license/reading.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { Area, OpenImage } from '../decode/open-image.ts'
import { boxOf } from '../geometry/quad.ts'
import type { EngineFailure } from '../protocol.ts'
import { isBareJpeg } from './bare-jpeg.ts'
import { isBarePng } from './bare-png.ts'

/** An image as it may leave this PC: small, upright, its pixels alone. */
export interface PreparedImage {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: 'image/jpeg' | 'image/png'
  /** The file itself, byte for byte. */
  readonly isOriginal: boolean
  /** Size in pixels of the whole upright image that it was made from. */
  readonly width: number
  readonly height: number
}

/** Where the card lies in the upright image, in its pixels, and how it has to be turned to be read. */
export interface CardPlace {
  readonly corners: Quad
  /** Clockwise, in degrees. */
  readonly turn: 0 | 90 | 180 | 270
}

/** WeChat refuses 2 MiB and more; some room is left for what stands around the image. */
const mostBytes = 1_900_000
/** Long side in pixels at which the smallest print of a card is still sharp. */
const cardLongSide = 1800
/** The same for a picture in which the card was not found, and may be small. */
const pictureLongSide = 3000
/** Share of the card's size that is left around it, for corners that were found a little too far inside. */
const margin = 0.04
/** Below the last one print begins to fray; smaller pixels keep more of it. */
const qualities = [92, 86, 80, 74, 68]
const shrink = 0.8

/** Makes an image fit to send by encoding it anew; one that already is stays as it is, byte for byte. */
export async function prepareImage(
  image: OpenImage,
  card: CardPlace | undefined,
): Promise<Result<PreparedImage, EngineFailure>> {
  const original = card === undefined ? await asItIs(image) : undefined
  if (original !== undefined) return ok(original)
  const { width, height } = image
  const area = card && areaAround(card.corners, image)
  const most = area === undefined ? pictureLongSide : cardLongSide
  for (let longSide = most; ; longSide = Math.floor(longSide * shrink)) {
    for (const quality of qualities) {
      const turned = { quality, longSide, turn: card?.turn ?? 0, fullColor: true }
      const jpeg = await image.jpeg(area === undefined ? turned : { ...turned, area })
      if (!jpeg.ok) return jpeg
      if (jpeg.value.byteLength <= mostBytes)
        return ok({ bytes: jpeg.value, type: 'image/jpeg', isOriginal: false, width, height })
    }
  }
}

async function asItIs({
  file,
  format,
  width,
  height,
}: OpenImage): Promise<PreparedImage | undefined> {
  if (file.byteLength > mostBytes) return undefined
  const sent = { bytes: new Uint8Array(file), isOriginal: true, width, height }
  if (format === 'JPEG' && (await isBareJpeg(file))) return { ...sent, type: 'image/jpeg' }
  if (format === 'PNG' && (await isBarePng(file))) return { ...sent, type: 'image/png' }
  return undefined
}

/** The box around a card with a little room, inside the picture. */
function areaAround(corners: Quad, { width, height }: OpenImage): Area {
  const box = boxOf(corners)
  const room = margin * Math.max(box.right - box.left, box.bottom - box.top)
  const inside = (value: number, most: number): number =>
    Math.min(Math.max(Math.round(value), 0), most)
  const left = inside(box.left - room, width - 1)
  const top = inside(box.top - room, height - 1)
  return {
    left,
    top,
    width: Math.max(1, inside(box.right + room, width) - left),
    height: Math.max(1, inside(box.bottom + room, height) - top),
  }
}
