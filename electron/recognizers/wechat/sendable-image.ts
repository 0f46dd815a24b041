import type { Failure } from '../../../core/license/failure.ts'
import type { Reading } from '../../../core/license/reading.ts'
import type { Source } from '../../../core/license/record.ts'
import type { Result } from '../../../core/result.ts'

/** An image that WeChat takes: upright, its pixels alone, under 2 MB. */
export interface SendableImage {
  readonly bytes: Uint8Array
  readonly type: 'image/jpeg' | 'image/png'
  /** The image as it lies on this PC, for the reading. */
  readonly image: Reading['image']
}

/** Makes an image fit to be sent. */
export type MakeSendable = (
  source: Source,
  signal: AbortSignal,
) => Promise<Result<SendableImage, Failure>>
