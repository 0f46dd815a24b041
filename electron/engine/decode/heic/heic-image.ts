import sharp from 'sharp'
import { fail, ok, type Result } from '../../../../core/result.ts'
import type { Raster } from '../../geometry/raster.ts'
import type { EngineFailure } from '../../protocol.ts'
import { maxHeicPixels, maxPixels } from '../limits.ts'
import { asShown, rasterOf } from '../upright.ts'
import { type Libheif, startLibheif } from './libheif.ts'

/** A struct of libheif: its code, a closer one, and where its text stands. */
const errorBytes = 12
/** Of the codes, those that say the file is of a kind that libheif was not made for. */
const notMadeFor = new Set([3, 4, 11])
const noMemory = 6
const rgb = 1
/** As libheif numbers the ways that red, green and blue, and opacity, stand side by side. */
const interleaved = { colors: 10, withOpacity: 11 } as const
const interleavedChannel = 10

/** Thrown inside of this file alone. */
class Complaint extends Error {
  readonly failure: EngineFailure
  constructor(kind: EngineFailure['kind'], detail: string) {
    super(detail)
    this.failure = { kind, detail: `HEIC, ${detail}` }
  }
}

/**
 * Decodes the picture that a HEIC file shows first, in a libheif of its own, upright: turned and mirrored as the file
 * says, which is once, for what its Exif says of that does not count in this format.
 */
export async function decodeHeic(bytes: Uint8Array): Promise<Result<Raster, EngineFailure>> {
  const heif = await startLibheif().catch(() => undefined)
  // Whoever hands the program on may leave the library out.
  if (heif === undefined)
    return fail({ kind: 'format-not-supported', detail: 'HEIC, without libheif' })
  try {
    return ok(await decode(heif, bytes))
  } catch (error) {
    if (heif.isFull()) return fail({ kind: 'too-heavy', detail: 'HEIC, no memory' })
    if (error instanceof Complaint) return fail(isSequence(bytes) ? sequence : error.failure)
    // It ends itself when a file has led it astray.
    const detail = error instanceof Error ? error.name : 'thrown'
    return fail({ kind: 'damaged', detail: `HEIC, ${detail}` })
  }
}

/** A film says so first; it may hold a picture too. */
const isSequence = (bytes: Uint8Array): boolean =>
  /^(hevc|hevx|msf1)$/.test(String.fromCharCode(...bytes.subarray(8, 12)))

const sequence: EngineFailure = { kind: 'format-not-supported', detail: 'HEIC, a sequence' }

async function decode(heif: Libheif, bytes: Uint8Array): Promise<Raster> {
  const context = heif.call('heif_context_alloc')
  const at = allot(heif, bytes.byteLength)
  heif.memory(at, bytes.byteLength).set(bytes)
  const [error, found] = [allot(heif, errorBytes), allot(heif, 4)]
  const ask = (name: string, ...given: readonly number[]): number => {
    heif.call(name, error, ...given)
    complain(heif, error)
    return numberAt(heif, found)
  }
  heif.call('heif_context_read_from_memory_without_copy', error, context, at, bytes.byteLength, 0)
  complain(heif, error)
  const handle = ask('heif_context_get_primary_image_handle', context, found)
  const width = heif.call('heif_image_handle_get_width', handle)
  const height = heif.call('heif_image_handle_get_height', handle)
  if (width * height > maxPixels) throw new Complaint('too-many-pixels', `${width} x ${height}`)
  if (width * height > maxHeicPixels) throw new Complaint('too-heavy', `${width} x ${height}`)
  const hasOpacity = heif.call('heif_image_handle_has_alpha_channel', handle) !== 0
  const order = hasOpacity ? interleaved.withOpacity : interleaved.colors
  const image = ask('heif_decode_image', handle, found, rgb, order, 0)
  const size = {
    width: heif.call('heif_image_get_width', image, interleavedChannel),
    height: heif.call('heif_image_get_height', image, interleavedChannel),
  }
  const plane = heif.call('heif_image_get_plane_readonly', image, interleavedChannel, found)
  if (plane === 0 || !(size.width > 0 && size.height > 0)) throw new Complaint('damaged', 'empty')
  const channels = hasOpacity ? 4 : 3
  const row = size.width * channels
  const data = withoutGaps(heif, plane, { row, step: numberAt(heif, found), rows: size.height })
  if (!hasOpacity) return { ...size, data }
  return rasterOf(asShown(sharp(data, { raw: { ...size, channels } })))
}

/** Moves the rows together where they stand: a copy of 50 megapixels would take as much again. */
function withoutGaps(
  heif: Libheif,
  at: number,
  { row, step, rows }: { readonly row: number; readonly step: number; readonly rows: number },
): Uint8Array {
  const plane = heif.memory(at, step * (rows - 1) + row)
  if (step !== row)
    for (let y = 1; y < rows; y++) plane.copyWithin(y * row, y * step, y * step + row)
  return plane.subarray(0, row * rows)
}

function allot(heif: Libheif, length: number): number {
  const at = heif.call('malloc', length)
  if (at === 0) throw new Complaint('too-heavy', 'no memory')
  return at
}

function numberAt(heif: Libheif, at: number): number {
  const { buffer, byteOffset } = heif.memory(at, 4)
  return new DataView(buffer, byteOffset, 4).getInt32(0, true)
}

/** By numbers alone: its texts may hold what the file holds. */
function complain(heif: Libheif, error: number): void {
  const [code, closer] = [numberAt(heif, error), numberAt(heif, error + 4)]
  if (code === 0) return
  const kind = notMadeFor.has(code) ? 'format-not-supported' : 'damaged'
  throw new Complaint(code === noMemory ? 'too-heavy' : kind, `${code}/${closer}`)
}
