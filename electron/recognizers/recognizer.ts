import type { Failure } from '../../core/license/failure.ts'
import type { Reading } from '../../core/license/reading.ts'
import type { Source } from '../../core/license/record.ts'
import type { Result } from '../../core/result.ts'

/** One way to turn an image into a reading. */
export interface Recognizer {
  /** Such as `offline`; kept with every record. */
  readonly id: string
  /** Never throws for what can be expected; an aborted signal gives `cancelled`. */
  recognize(source: Source, signal: AbortSignal): Promise<Result<Reading, Failure>>
}
