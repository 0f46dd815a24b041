import {
  afterClockCheck,
  afterWrongTry,
  noTries,
  type PinTries,
  waitLeft,
  waitUnwritten,
} from '../../core/lock/pin-tries.ts'

export type TryVerdict =
  | { readonly kind: 'right' }
  /** @param wait milliseconds until the next try is looked at */
  | { readonly kind: 'wrong'; readonly wait: number }
  /** It was not looked at: there is a wait since the last wrong one. */
  | { readonly kind: 'too-soon'; readonly wait: number }

/**
 * Tries of a secret, one after the other; after wrong ones each has to wait. One that cannot be written down, as on a
 * full disk, is counted in memory, and waits whatever came of the one before.
 */
export interface Tries {
  /** Milliseconds until a try is looked at. */
  wait(): number
  look(isRight: () => Promise<boolean>): Promise<TryVerdict>
}

/** Milliseconds since 1970; while the program runs, whoever sets the clock does not change how they pass. */
export const steadyClock = (): number => performance.timeOrigin + performance.now()

/**
 * @param first as they were kept
 * @param keep writes down how many there were; throws where it cannot
 * @param now milliseconds since 1970
 */
export function createTries(
  first: PinTries = noTries,
  keep: (tries: PinTries) => void = () => undefined,
  now: () => number = steadyClock,
): Tries {
  let tries = first
  let isWritten = true
  /** Of the last try that was looked at, or of the start. */
  let lastLook = now()
  let last: Promise<unknown> = Promise.resolve()

  /** They count from then on, and are written down as soon as that can be done. */
  const count = (next: PinTries): void => {
    if (isWritten && next === tries) return
    tries = next
    try {
      keep(next)
      isWritten = true
    } catch {
      // Whoever notes that it was unlocked or refused meets the same fault and tells of it.
      isWritten = false
    }
  }
  const left = (): number =>
    Math.max(waitLeft(tries, now()), isWritten ? 0 : waitUnwritten(lastLook, now()))
  const wait = (): number => {
    count(afterClockCheck(tries, now()))
    return left()
  }
  async function look(isRight: () => Promise<boolean>): Promise<TryVerdict> {
    if (wait() > 0) return { kind: 'too-soon', wait: left() }
    const before = tries
    count(afterWrongTry(before, now()))
    if (!isWritten && waitUnwritten(lastLook, now()) > 0) {
      tries = before
      return { kind: 'too-soon', wait: left() }
    }
    lastLook = now()
    if (!(await isRight())) return { kind: 'wrong', wait: left() }
    count(noTries)
    return { kind: 'right' }
  }

  return {
    wait,
    look(isRight) {
      const next = last.then(() => look(isRight))
      last = next.catch(() => undefined)
      return next
    },
  }
}
