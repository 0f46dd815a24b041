import { randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import {
  afterClockCheck,
  afterWrongTry,
  noTries,
  type PinTries,
  waitLeft,
  waitUnwritten,
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

/**
 * The PIN of the lock screen. It keeps out who sits down at an open desk; files are sealed by other keys. A try that
 * cannot be written down, as on a full disk, is counted in memory, and waits whatever came of the one before.
 */
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
  /** Of the last try that was looked at, or of the start. */
  let lastLook = now()
  let isWritten = true

  const keep = (next: typeof kept): void => {
    keeper.save(next === undefined ? {} : { pin: next })
    kept = next
    isWritten = true
  }
  /** They count from then on, and are written down as soon as that can be done. */
  const keepTries = (tries: PinTries): void => {
    if (kept === undefined || (isWritten && tries === kept.tries)) return
    kept = { ...kept, tries }
    try {
      keep(kept)
    } catch {
      // Whoever notes that it was unlocked or refused meets the same fault and tells of it.
      isWritten = false
    }
  }
  const left = (tries: PinTries): number =>
    Math.max(waitLeft(tries, now()), isWritten ? 0 : waitUnwritten(lastLook, now()))

  async function look(pin: string): Promise<PinVerdict> {
    if (kept === undefined) return { kind: 'right' }
    keepTries(afterClockCheck(kept.tries, now()))
    const before = kept.tries
    if (left(before) > 0) return { kind: 'too-soon', wait: left(before) }
    keepTries(afterWrongTry(before, now()))
    if (!isWritten && waitUnwritten(lastLook, now()) > 0) {
      kept = { ...kept, tries: before }
      return { kind: 'too-soon', wait: left(before) }
    }
    lastLook = now()
    const hash = await scryptKey(pin, Buffer.from(kept.salt, 'base64'), pinCost)
    const right = Buffer.from(kept.hash, 'base64')
    if (right.length !== hash.length || !timingSafeEqual(right, hash))
      return { kind: 'wrong', wait: left(kept.tries) }
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
      return left(kept.tries)
    },
    tryPin(pin) {
      const next = lastTry.then(() => look(pin))
      lastTry = next.catch(() => undefined)
      return next
    },
  }
}
