import type { Source } from '../../core/license/record.ts'
import type { Recognizer } from '../recognizers/recognizer.ts'

/** A recognizer that remembers how long it took over each image, also one that it could not read. */
export interface TimedRecognizer extends Recognizer {
  /** Milliseconds; 0 for an image that it was never asked about. */
  readonly msOf: (source: Source) => number
}

export function timed(recognizer: Recognizer): TimedRecognizer {
  const spent = new Map<string, number>()
  const keyOf = ({ path, page }: Source): string => `${page} ${path}`
  return {
    ...recognizer,
    async recognize(source, signal, trip) {
      const start = performance.now()
      const outcome = await recognizer.recognize(source, signal, trip)
      spent.set(keyOf(source), Math.round(performance.now() - start))
      return outcome
    },
    msOf: (source) => spent.get(keyOf(source)) ?? 0,
  }
}
