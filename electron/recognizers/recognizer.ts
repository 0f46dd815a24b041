import type { Failure } from '../../core/license/failure.ts'
import type { Reading } from '../../core/license/reading.ts'
import type { Source } from '../../core/license/record.ts'
import type { Result } from '../../core/result.ts'

/** One way to turn an image into a reading. */
export interface Recognizer {
  /** Such as `offline`; kept with every record. */
  readonly id: string
  /** A call may cost money, also one whose answer is lost. */
  readonly isPaid: boolean
  /**
   * Never throws for what can be expected. An aborted signal gives `cancelled` soon, or `outcome-unknown` where the
   * image may have been sent already.
   * @param leaving told right before the image may leave this PC; what it throws keeps the image here and is thrown on
   */
  recognize(
    source: Source,
    signal: AbortSignal,
    leaving?: () => void,
  ): Promise<Result<Reading, Failure>>
}
