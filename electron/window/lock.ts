import type {
  LockState,
  ProtectOutcome,
  ProtectWish,
  UnlockOutcome,
  UnlockWish,
} from '../../core/ipc/lock.ts'
import type { LockPort } from '../ipc/lock.ts'
import type { Note } from '../records/note.ts'

/** A PIN with its delays after wrong tries. */
export interface PinPort {
  isSet(): boolean
  /** Milliseconds until a try is looked at. */
  wait(): number
  tryPin(
    pin: string,
  ): Promise<
    | { readonly kind: 'right' }
    | { readonly kind: 'wrong'; readonly wait: number }
    | { readonly kind: 'too-soon'; readonly wait: number }
  >
  set(pin: string): Promise<void>
  remove(): void
}

/** The recovery passphrase of the records, as far as they are open. */
export interface PassphrasePort {
  isSet(): boolean
  check(passphrase: string): Promise<boolean>
  set(passphrase: string): Promise<void>
  remove(): Promise<void>
}

export interface LockParts {
  readonly pin: PinPort
  readonly passphrase: PassphrasePort
  readonly note: Note
}

/** The lock on the window, closed at the start where a PIN is set. */
export function createLock({ pin, passphrase, note }: LockParts): LockPort {
  const listeners = new Set<(state: LockState) => void>()
  let isLocked = pin.isSet()
  const state = (): LockState => ({
    hasPin: pin.isSet(),
    hasPassphrase: passphrase.isSet(),
    isLocked,
    waitMs: Math.ceil(pin.wait()),
  })
  const tell = (): void => {
    for (const listener of listeners) listener(state())
  }

  const tryPassphrase = async (secret: string): Promise<boolean> =>
    passphrase.isSet() && (await passphrase.check(secret))
  const tryPin = async (secret: string): Promise<UnlockOutcome> => {
    const verdict = await pin.tryPin(secret)
    switch (verdict.kind) {
      case 'right':
        return { kind: 'open' }
      case 'wrong':
        return { kind: 'wrong', waitMs: Math.ceil(verdict.wait) }
      case 'too-soon':
        return { kind: 'wait', waitMs: Math.ceil(verdict.wait) }
    }
  }
  const prove = async (proof: string): Promise<UnlockOutcome> => {
    if (!pin.isSet()) return { kind: 'open' }
    // What is no PIN can only be the passphrase, and costs no try.
    if (await tryPassphrase(proof)) return { kind: 'open' }
    return tryPin(proof)
  }
  const change = async ({ what, next }: ProtectWish): Promise<void> => {
    if (what === 'pin') await (next === '' ? pin.remove() : pin.set(next))
    else await (next === '' ? passphrase.remove() : passphrase.set(next))
  }

  return {
    state,
    async unlock({ by, secret }: UnlockWish): Promise<UnlockOutcome> {
      const outcome =
        by === 'pin'
          ? await tryPin(secret)
          : (await tryPassphrase(secret))
            ? ({ kind: 'open' } as const)
            : ({ kind: 'wrong', waitMs: 0 } as const)
      if (outcome.kind !== 'open') return outcome
      isLocked = false
      tell()
      return outcome
    },
    lock() {
      if (isLocked || !pin.isSet()) return
      isLocked = true
      note('locked')
      tell()
    },
    async protect(wish): Promise<ProtectOutcome> {
      const proof = await prove(wish.proof)
      if (proof.kind !== 'open') return proof
      try {
        await change(wish)
      } catch {
        return { kind: 'failed' }
      }
      tell()
      return { kind: 'done', state: state() }
    },
    onChange(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
