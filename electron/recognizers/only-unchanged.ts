import { fail } from '../../core/result.ts'
import type { Recognizer } from './recognizer.ts'

/**
 * Reads a file only while it holds what it held when it came in. One that cannot be opened is left to the recognizer,
 * which can tell why.
 * @param hash of a file as its source names it; throws when it cannot be read
 */
export const onlyUnchanged = (
  recognizer: Recognizer,
  hash: (file: string) => Promise<string>,
): Recognizer => ({
  ...recognizer,
  async recognize(source, signal, trip) {
    if (source.image !== undefined) {
      const now = await hash(source.path).catch(() => source.image)
      if (signal.aborted) return fail({ kind: 'cancelled', message: 'cancelled' })
      if (now !== source.image)
        return fail({ kind: 'changed', message: 'the bytes are not those that came in' })
    }
    return recognizer.recognize(source, signal, trip)
  },
})
