import { randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import {
  afterClockCheck,
  afterWrongTry,
  noTries,
  type PinTries,
  waitLeft,
} from '../../core/lock/pin-tries.ts'
import type { Keeper } from '../settings/kept-file.ts'
import { type ScryptCost, scryptKey } from './scrypt.ts'

export const keptPin = z.object({
  salt: z.base64(),
  hash: z.base64(),
  tries: z.object({ wrong: z.number().int().nonnegative(), since: z.number() }),
})
export const keptState = z.object({ pin: keptPin.optional() })

/** A PIN is short whatever a guess costs: what protects it is that it is kept sealed, and the waits. */
const pinCost: ScryptCost = { cost: 2 ** 14, blockSize: 8, parallelization: 1 }

/** What is kept of a PIN. */
export type KeptPin = z.output<typeof keptState>

export type PinVerdict =
  | { readonly kind: 'right' }
  /** @param wait milliseconds until the next try is looked at */
  | { readonly kind: 'wrong'; readonly wait: number }
  /** It was not looked at: there is a wait since the last wrong one. */
  | { readonly kind: 'too-soon'; readonly wait: number }

/** The PIN of the lock screen. It keeps out who sits down at an open desk; files are sealed by other keys. */
export interface PinLock {
  isSet(): boolean
  set(pin: string): Promise<void>
  remove(): void
  /** Milliseconds until a try is looked at. */
  wait(): number
  /** One after the other; with no PIN set every one is right. */
  tryPin(pin: string): Promise<PinVerdict>
}

/** Milliseconds since 1970; while the program runs, whoever sets the clock does not change how they pass. */
export const steadyClock = (): number => performance.timeOrigin + performance.now()

/** @param now milliseconds since 1970 */
export function createPinLock(keeper: Keeper<KeptPin>, now: () => number = steadyClock): PinLock {
  const found = keptState.safeParse(keeper.load())
  let kept = found.success ? found.data.pin : undefined
  let lastTry: Promise<unknown> = Promise.resolve()

  const keep = (next: typeof kept): void => {
    keeper.save(next === undefined ? {} : { pin: next })
    kept = next
  }
  const keepTries = (tries: PinTries): void => {
    if (kept !== undefined && tries !== kept.tries) keep({ ...kept, tries })
  }

  async function look(pin: string): Promise<PinVerdict> {
    if (kept === undefined) return { kind: 'right' }
    keepTries(afterClockCheck(kept.tries, now()))
    const left = waitLeft(kept.tries, now())
    if (left > 0) return { kind: 'too-soon', wait: left }
    keepTries(afterWrongTry(kept.tries, now()))
    const hash = await scryptKey(pin, Buffer.from(kept.salt, 'base64'), pinCost)
    const before = Buffer.from(kept.hash, 'base64')
    if (before.length !== hash.length || !timingSafeEqual(before, hash))
      return { kind: 'wrong', wait: waitLeft(kept.tries, now()) }
    keepTries(noTries)
    return { kind: 'right' }
  }

  return {
    isSet: () => kept !== undefined,
    async set(pin) {
      const salt = randomBytes(16)
      const hash = await scryptKey(pin, salt, pinCost)
      keep({ salt: salt.toString('base64'), hash: hash.toString('base64'), tries: noTries })
    },
    remove: () => keep(undefined),
    wait() {
      if (kept === undefined) return 0
      keepTries(afterClockCheck(kept.tries, now()))
      return waitLeft(kept.tries, now())
    },
    tryPin(pin) {
      const next = lastTry.then(() => look(pin))
      lastTry = next.catch(() => undefined)
      return next
    },
  }
}
