import type { Result } from '../../../core/result.ts'
import type { Raster } from '../geometry/raster.ts'
import type { EngineFailure } from '../protocol.ts'
import type { ImageFormat } from './sniff.ts'

/** A picture that was opened but not yet decoded. */
export interface OpenImage {
  readonly file: Buffer
  readonly format: ImageFormat
  /** Size of the upright picture in pixels. */
  readonly width: number
  readonly height: number
  /** Decodes it upright, in sRGB, transparent parts white, its long side at most `longSide` pixels. */
  decode(longSide: number): Promise<Result<Raster, EngineFailure>>
  /** The same, or a part of it, as a JPEG. */
  jpeg(wish: JpegWish): Promise<Result<Uint8Array<ArrayBuffer>, EngineFailure>>
}

interface JpegWish {
  /** In pixels, of what is asked for; never enlarged. */
  readonly longSide: number
  readonly quality: number
  /** In pixels of the upright picture. */
  readonly area?: Area
  /** Clockwise, in degrees. */
  readonly turn?: number
  /** Keeps small coloured print sharp, for more bytes. */
  readonly fullColor?: boolean
}

export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
