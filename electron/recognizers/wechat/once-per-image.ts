import { mayBeCounted } from '../../../core/quota/quota.ts'
import type { Failure } from '../../../core/license/failure.ts'
import type { Reading } from '../../../core/license/reading.ts'
import type { Source } from '../../../core/license/record.ts'
import { fail, type Result } from '../../../core/result.ts'
import type { Recognizer } from '../recognizer.ts'
import { cancelled } from './failures.ts'

type Outcome = Result<Reading, Failure>

/** Tells images apart by what is in them, whatever they are called; nothing when the file cannot be read. */
export type Fingerprint = (source: Source) => Promise<string | undefined>

interface Paid {
  readonly outcome: Outcome
  /** Of the files that were given this outcome. */
  readonly paths: Set<string>
}

/**
 * Pays for an image once: the same image under another name gets the outcome that is there, or waits for the one under
 * way. What was paid for and gave no reading is sent again only when a person has the very same file tried again.
 */
export function oncePerImage(recognizer: Recognizer, fingerprint: Fingerprint): Recognizer {
  const paid = new Map<string, Paid>()
  const underWay = new Map<string, Promise<Outcome>>()

  function send(image: string, source: Source, signal: AbortSignal): Promise<Outcome> {
    const sending = recognizer.recognize(source, signal).then((outcome) => {
      underWay.delete(image)
      if (outcome.ok || mayBeCounted(outcome.error))
        paid.set(image, { outcome, paths: new Set([source.path]) })
      return outcome
    })
    underWay.set(image, sending)
    return sending
  }

  function paidBefore(image: string, { path }: Source): Outcome | undefined {
    const before = paid.get(image)
    if (before === undefined || before.outcome.ok) return before?.outcome
    const isTriedAgain = before.paths.has(path)
    before.paths.add(path)
    return isTriedAgain ? undefined : before.outcome
  }

  return {
    ...recognizer,
    async recognize(source, signal) {
      const image = await fingerprint(source)
      if (image === undefined) return recognizer.recognize(source, signal)
      for (;;) {
        const other = underWay.get(image)
        if (other === undefined) break
        const outcome = await Promise.race([other, aborted(signal)])
        if (signal.aborted) return fail(cancelled)
        if (outcome.ok) return outcome
      }
      return paidBefore(image, source) ?? send(image, source, signal)
    },
  }
}

function aborted(signal: AbortSignal): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  signal.addEventListener('abort', () => resolve(fail(cancelled)), { once: true })
  if (signal.aborted) resolve(fail(cancelled))
  return promise
}
