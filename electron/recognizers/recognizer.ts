import type { Failure } from '../../core/license/failure.ts'
import type { Readings } from '../../core/license/reading.ts'
import type { Source } from '../../core/license/record.ts'
import type { Result } from '../../core/result.ts'

/** An image's way out and back. */
export interface Trip {
  /** Right before the image may leave this PC; what this throws keeps it here, and is thrown on. */
  readonly leaves: () => void
  /** What left was certainly neither read nor counted: it is as if it had never left, and may go again. */
  readonly isBack: () => void
  /**
   * All that is done on this PC is done, and what remains may be long in coming: others are taken on meanwhile. Resolves
   * when it may go on, or when it is cancelled.
   */
  readonly turn: () => Promise<void>
}

/** One way to turn an image into readings, one of each license in it. */
export interface Recognizer {
  /** Such as `offline`; kept with every record. */
  readonly id: string
  /** A call may cost money, also one whose answer is lost. */
  readonly isPaid: boolean
  /**
   * Never throws for what can be expected. An aborted signal gives `cancelled` soon, or `outcome-unknown` where the
   * image may have been sent already.
   */
  recognize(source: Source, signal: AbortSignal, trip: Trip): Promise<Result<Readings, Failure>>
}
