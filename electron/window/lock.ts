import type {
  LockState,
  ProtectOutcome,
  ProtectWish,
  UnlockOutcome,
  UnlockWish,
} from '../../core/ipc/lock.ts'
import type { LockPort } from '../ipc/lock.ts'
import { type Note, orTell } from '../records/note.ts'

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
  remove(): void | Promise<void>
}

/** The recovery passphrase of the records, as far as they are open. */
export interface PassphrasePort {
  isSet(): boolean
  check(passphrase: string): Promise<boolean>
  set(passphrase: string): Promise<void>
  remove(): Promise<void>
}

export interface LockParts {
  /** Both are kept with the records: nothing until those are open. */
  readonly pin: () => PinPort | undefined
  readonly passphrase: () => PassphrasePort | undefined
  readonly note: Note
  /** Hears of a note that could not be written down: the lock holds all the same. */
  readonly onError: (error: unknown) => void
}

/** The lock on the window. It begins open: whoever opens the records locks it, where a PIN is kept with them. */
export function createLock({ pin, passphrase, onError, ...parts }: LockParts): LockPort {
  const note = orTell(parts.note, onError)
  const listeners = new Set<(state: LockState) => void>()
  let isLocked = false
  const hasPin = (): boolean => pin()?.isSet() ?? false
  const hasPassphrase = (): boolean => passphrase()?.isSet() ?? false
  const state = (): LockState => ({
    hasPin: hasPin(),
    hasPassphrase: hasPassphrase(),
    isLocked,
    waitMs: Math.ceil(pin()?.wait() ?? 0),
  })
  const tell = (): void => {
    for (const listener of listeners) listener(state())
  }

  const tryPassphrase = async (secret: string): Promise<boolean> =>
    hasPassphrase() && ((await passphrase()?.check(secret)) ?? false)
  const tryPin = async (secret: string): Promise<UnlockOutcome> => {
    const verdict = await pin()?.tryPin(secret)
    switch (verdict?.kind) {
      case undefined:
      case 'right':
        return { kind: 'open' }
      case 'wrong':
        return { kind: 'wrong', waitMs: Math.ceil(verdict.wait) }
      case 'too-soon':
        return { kind: 'wait', waitMs: Math.ceil(verdict.wait) }
    }
  }
  const prove = async (proof: string): Promise<UnlockOutcome> => {
    if (!hasPin()) return { kind: 'open' }
    // What is no PIN can only be the passphrase, and costs no try.
    if (await tryPassphrase(proof)) return { kind: 'open' }
    return tryPin(proof)
  }
  const change = async ({ what, next }: ProtectWish): Promise<void> => {
    const port = what === 'pin' ? pin() : passphrase()
    await (next === '' ? port?.remove() : port?.set(next))
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
      if (isLocked || !hasPin()) return
      isLocked = true
      tell()
      note('locked')
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
