import type { Failure } from '../../core/license/failure.ts'
import type { Source } from '../../core/license/record.ts'
import { fail, type Result } from '../../core/result.ts'
import type { Recognizer } from './recognizer.ts'

/** Of a file as its source names it; not there where it cannot be read. */
type HashOf = (file: string, signal: AbortSignal) => Promise<Result<string, unknown>>

const changed: Failure = { kind: 'changed', message: 'the bytes are not those that came in' }

/**
 * Tells at once of a file that holds something else than when it came in, before anything waits for it. It may still
 * change then: whoever opens it looks again, at the very bytes that are read.
 */
export const onlyUnchanged = (recognizer: Recognizer, hash: HashOf): Recognizer => ({
  ...recognizer,
  async recognize(source, signal, trip) {
    const isOther = await hasChanged(source, hash, signal)
    if (signal.aborted) return fail({ kind: 'cancelled', message: 'cancelled' })
    return isOther ? fail(changed) : recognizer.recognize(source, signal, trip)
  },
})

/** One that cannot be opened is left to whoever opens it, who can tell why. */
async function hasChanged(
  { path, image }: Source,
  hash: HashOf,
  signal: AbortSignal,
): Promise<boolean> {
  if (image === undefined) return false
  const now = await hash(path, signal)
  return now.ok && now.value !== image
}
