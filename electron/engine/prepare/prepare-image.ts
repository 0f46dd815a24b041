import sharp from 'sharp'
import type { Quad } from '../../../core/license/reading.ts'
import { ok, type Result } from '../../../core/result.ts'
import { fromRaster, type OpenImage } from '../decode/decode-image.ts'
import type { Raster } from '../geometry/raster.ts'
import { boxOf } from '../geometry/quad.ts'
import type { EngineFailure } from '../protocol.ts'

/** An image as it may leave this PC: small, upright, without metadata. */
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

/** Makes an image fit to send; one that already is stays as it is, byte for byte. */
export async function prepareImage(
  image: OpenImage,
  card: CardPlace | undefined,
): Promise<Result<PreparedImage, EngineFailure>> {
  const original = card === undefined ? await asItIs(image) : undefined
  if (original !== undefined) return ok(original)
  const decoded = await image.decode(longSideFor(image, card))
  if (!decoded.ok) return decoded
  const bytes = await encode(cut(decoded.value, image, card))
  const { width, height } = image
  return ok({ bytes, type: 'image/jpeg', isOriginal: false, width, height })
}

async function asItIs({
  file,
  format,
  width,
  height,
}: OpenImage): Promise<PreparedImage | undefined> {
  if ((format !== 'JPEG' && format !== 'PNG') || file.byteLength > mostBytes) return undefined
  const { exif, xmp, iptc, comments, orientation = 1 } = await sharp(file).metadata()
  if ([exif, xmp, iptc, comments].some((block) => block !== undefined) || orientation !== 1)
    return undefined
  const type = format === 'JPEG' ? 'image/jpeg' : 'image/png'
  return { bytes: new Uint8Array(file), type, isOriginal: true, width, height }
}

function longSideFor({ width, height }: OpenImage, card: CardPlace | undefined): number {
  const whole = Math.max(width, height)
  if (card === undefined) return Math.min(whole, pictureLongSide)
  const box = boxOf(card.corners)
  const cardSide = Math.max(box.right - box.left, box.bottom - box.top)
  return Math.min(whole, Math.ceil((cardLongSide * whole) / Math.max(1, cardSide)))
}

interface Cut {
  readonly raster: Raster
  readonly area: { left: number; top: number; width: number; height: number }
  readonly turn: number
}

function cut(raster: Raster, image: OpenImage, card: CardPlace | undefined): Cut {
  const { width, height } = raster
  if (card === undefined) return { raster, area: { left: 0, top: 0, width, height }, turn: 0 }
  const scale = width / image.width
  const box = boxOf(card.corners)
  const room = margin * Math.max(box.right - box.left, box.bottom - box.top)
  const inside = (value: number, most: number): number =>
    Math.min(Math.max(Math.round(value * scale), 0), most)
  const left = inside(box.left - room, width - 1)
  const top = inside(box.top - room, height - 1)
  return {
    raster,
    area: {
      left,
      top,
      width: Math.max(1, inside(box.right + room, width) - left),
      height: Math.max(1, inside(box.bottom + room, height) - top),
    },
    turn: card.turn,
  }
}

/** The best quality that fits; where none does, fewer pixels. */
async function encode({ raster, area, turn }: Cut): Promise<Uint8Array<ArrayBuffer>> {
  for (let width = area.width; ; width = Math.floor(width * shrink)) {
    for (const quality of qualities) {
      const bytes = await fromRaster(raster)
        .extract(area)
        .resize({ width })
        .rotate(turn)
        .jpeg({ quality, chromaSubsampling: '4:4:4' })
        .toBuffer()
      if (bytes.byteLength <= mostBytes) return new Uint8Array(bytes)
    }
  }
}
