import type { Failure } from '../../../core/license/failure.ts'
import type { Readings } from '../../../core/license/reading.ts'
import type { Result } from '../../../core/result.ts'

/** The one call that an image may cost without a person. */
export type PaidCall =
  /** It may have left; what became of it is not known yet, or never will be. */
  | { readonly kind: 'sent' }
  /** It came back: with readings, or with a failure for which WeChat may have counted it. */
  | { readonly kind: 'answered'; readonly outcome: Result<Readings, Failure> }

/** What was paid for, by what `imageOf` says of an image. */
export interface PaidCalls {
  /** Written down when it returns. */
  put(image: string, call: PaidCall): void
  get(image: string): PaidCall | undefined
  remove(image: string): void
}
