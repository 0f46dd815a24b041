import { randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { noTries } from '../../core/lock/pin-tries.ts'
import type { Keeper } from '../files/keeper.ts'
import { type ScryptCost, scryptKey } from './scrypt.ts'
import { createTries, steadyClock, type Tries, type TryVerdict } from './tries.ts'

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

/** The PIN of the lock screen. It keeps out who sits down at an open desk; files are sealed by other keys. */
export interface PinLock {
  isSet(): boolean
  set(pin: string): Promise<void>
  remove(): void
  /** Milliseconds until a try is looked at. */
  wait(): number
  /** One after the other; with no PIN set every one is right. */
  tryPin(pin: string): Promise<TryVerdict>
}

/** A PIN that is set, and the tries of it. */
interface Guarded {
  readonly salt: string
  readonly hash: string
  readonly tries: Tries
}

/** @param now milliseconds since 1970 */
export function createPinLock(keeper: Keeper<KeptPin>, now: () => number = steadyClock): PinLock {
  const guard = ({ salt, hash, tries }: z.output<typeof keptPin>): Guarded => ({
    salt,
    hash,
    tries: createTries(tries, (next) => keeper.save({ pin: { salt, hash, tries: next } }), now),
  })
  const found = keptState.safeParse(keeper.load())
  let set = found.success && found.data.pin !== undefined ? guard(found.data.pin) : undefined

  return {
    isSet: () => set !== undefined,
    async set(pin) {
      const salt = randomBytes(16)
      const hash = await scryptKey(pin, salt, pinCost)
      const kept = { salt: salt.toString('base64'), hash: hash.toString('base64'), tries: noTries }
      keeper.save({ pin: kept })
      set = guard(kept)
    },
    remove() {
      keeper.save({})
      set = undefined
    },
    wait: () => set?.tries.wait() ?? 0,
    async tryPin(pin) {
      if (set === undefined) return { kind: 'right' }
      const { salt, hash, tries } = set
      return tries.look(() => isPin(pin, salt, hash))
    },
  }
}

async function isPin(pin: string, salt: string, hash: string): Promise<boolean> {
  const tried = await scryptKey(pin, Buffer.from(salt, 'base64'), pinCost)
  const right = Buffer.from(hash, 'base64')
  return right.length === tried.length && timingSafeEqual(right, tried)
}
