import type { Failure } from '../../../core/license/failure.ts'
import type { Readings } from '../../../core/license/reading.ts'
import { imageOf, type Source } from '../../../core/license/record.ts'
import { fail, type Result } from '../../../core/result.ts'
import type { Recognizer, Trip } from '../recognizer.ts'
import { cancelled } from './failures.ts'
import type { PaidCalls } from './paid-calls.ts'

type Outcome = Result<Readings, Failure>

/** The images whose calls are out or about to leave, by what they hold. */
export type UnderWay = Map<string, Promise<Outcome>>

const lost: Failure = {
  kind: 'outcome-unknown',
  message: 'this image was sent before, and its answer was lost',
}

/**
 * Pays for an image once: it is written down before the image leaves, and the same image under another name, or after
 * another start, gets the outcome that is there, or waits for the one under way. Only who takes the call out of `paid`
 * has it sent again.
 * @param underWay the same for all that share `paid`
 */
export function oncePerImage(
  recognizer: Recognizer,
  paid: PaidCalls,
  underWay: UnderWay,
): Recognizer {
  async function send(
    image: string,
    source: Source,
    signal: AbortSignal,
    trip: Trip,
  ): Promise<Outcome> {
    let hasLeft = false
    const outcome = await recognizer.recognize(source, signal, {
      ...trip,
      leaves() {
        trip.leaves()
        paid.put(image, { kind: 'sent' })
        hasLeft = true
      },
      isBack() {
        hasLeft = false
        unlessFaulty(() => paid.remove(image))
        trip.isBack()
      },
    })
    if (hasLeft) unlessFaulty(() => writeDown(image, outcome))
    return outcome
  }

  /** What was taken out meanwhile, such as with the person, is not to come back. */
  function writeDown(image: string, outcome: Outcome): void {
    if (paid.get(image)?.kind === 'sent') paid.put(image, { kind: 'answered', outcome })
  }

  /** The outcome goes on to the desk also where it cannot be written down: the call then stays as sent. */
  function unlessFaulty(write: () => void): void {
    try {
      write()
    } catch {
      // Whoever keeps the outcome meets the same fault and tells of it.
    }
  }

  function sentBefore(image: string): Outcome | undefined {
    const before = paid.get(image)
    if (before === undefined) return undefined
    return before.kind === 'answered' ? before.outcome : fail(lost)
  }

  return {
    ...recognizer,
    async recognize(source, signal, trip) {
      const image = imageOf(source)
      for (;;) {
        const other = underWay.get(image)
        if (other === undefined) break
        const outcome = await Promise.race([other.catch(() => undefined), aborted(signal)])
        if (signal.aborted) return fail(cancelled)
        if (outcome?.ok === true) return outcome
      }
      const before = sentBefore(image)
      if (before !== undefined) return before
      const sending = send(image, source, signal, trip).finally(() => underWay.delete(image))
      underWay.set(image, sending)
      return sending
    },
  }
}

function aborted(signal: AbortSignal): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  signal.addEventListener('abort', () => resolve(fail(cancelled)), { once: true })
  if (signal.aborted) resolve(fail(cancelled))
  return promise
}
