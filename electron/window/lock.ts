import {
  type LockState,
  pinPattern,
  type ProtectOutcome,
  type ProtectWish,
  type UnlockOutcome,
  type UnlockWish,
} from '../../core/ipc/lock.ts'
import { unreachable } from '../../core/result.ts'
import type { LockPort } from '../ipc/lock.ts'
import { type Note, orTell } from '../records/note.ts'

/** What came of a try; `wait` in milliseconds, until the next one is looked at. */
type Verdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly wait: number }
  | { readonly kind: 'too-soon'; readonly wait: number }

/** A PIN with its delays after wrong tries. */
export interface PinPort {
  isSet(): boolean
  /** Milliseconds until a try is looked at. */
  wait(): number
  tryPin(pin: string): Promise<Verdict>
  set(pin: string): Promise<void>
  remove(): void | Promise<void>
}

/** The recovery passphrase of the records, as far as they are open, with the same delays. */
export interface PassphrasePort {
  isSet(): boolean
  tryPassphrase(passphrase: string): Promise<Verdict>
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

  const tryPassphrase = async (secret: string): Promise<UnlockOutcome> => {
    const port = passphrase()
    if (port === undefined || !port.isSet()) return { kind: 'wrong', waitMs: 0 }
    return outcomeOf(await port.tryPassphrase(secret))
  }
  const tryPin = async (secret: string): Promise<UnlockOutcome> => {
    const port = pin()
    return port === undefined ? { kind: 'open' } : outcomeOf(await port.tryPin(secret))
  }
  /** What is no PIN can only be the passphrase, and costs no try of the PIN. */
  const prove = async (proof: string): Promise<UnlockOutcome> => {
    if (!hasPin()) return { kind: 'open' }
    const byPin = pinPattern.test(proof) ? await tryPin(proof) : undefined
    if (byPin?.kind === 'open' || (byPin !== undefined && !hasPassphrase())) return byPin
    const byPassphrase = await tryPassphrase(proof)
    return byPassphrase.kind === 'open' ? byPassphrase : (byPin ?? byPassphrase)
  }
  const change = async ({ what, next }: ProtectWish): Promise<void> => {
    const port = what === 'pin' ? pin() : passphrase()
    await (next === '' ? port?.remove() : port?.set(next))
  }

  return {
    state,
    async unlock({ by, secret }: UnlockWish): Promise<UnlockOutcome> {
      const outcome = await (by === 'pin' ? tryPin(secret) : tryPassphrase(secret))
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

function outcomeOf(verdict: Verdict): UnlockOutcome {
  switch (verdict.kind) {
    case 'right':
      return { kind: 'open' }
    case 'wrong':
      return { kind: 'wrong', waitMs: Math.ceil(verdict.wait) }
    case 'too-soon':
      return { kind: 'wait', waitMs: Math.ceil(verdict.wait) }
    default:
      return unreachable(verdict)
  }
}
