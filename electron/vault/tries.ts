import {
  afterClockCheck,
  afterWrongTry,
  noTries,
  type PinTries,
  waitLeft,
} from '../../core/lock/pin-tries.ts'
import { type PinVerdict, steadyClock } from './pin.ts'

/** Tries of a secret, one after the other; after wrong ones each has to wait, as with a PIN. */
export interface Tries {
  /** Milliseconds until a try is looked at. */
  wait(): number
  look(isRight: () => Promise<boolean>): Promise<PinVerdict>
}

/** @param keep writes down how many there were; where it throws they count as long as the program runs */
export function createTries(
  first: PinTries = noTries,
  keep: (tries: PinTries) => void = () => undefined,
  now: () => number = steadyClock,
): Tries {
  let tries = first
  let last: Promise<unknown> = Promise.resolve()

  const count = (next: PinTries): void => {
    if (next === tries) return
    tries = next
    try {
      keep(next)
    } catch {
      // A full disk opens no lock, and keeps none shut.
    }
  }
  const wait = (): number => {
    count(afterClockCheck(tries, now()))
    return waitLeft(tries, now())
  }
  async function look(isRight: () => Promise<boolean>): Promise<PinVerdict> {
    const left = wait()
    if (left > 0) return { kind: 'too-soon', wait: left }
    count(afterWrongTry(tries, now()))
    if (!(await isRight())) return { kind: 'wrong', wait: wait() }
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
