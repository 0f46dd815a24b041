import {
  type LockState,
  pinPattern,
  type ProtectOutcome,
  type ProtectWish,
  type UnlockOutcome,
  type UnlockWish,
} from '../../core/ipc/lock.ts'
import { isStrongEnough } from '../../core/lock/passphrase.ts'
import { fail, ok } from '../../core/result.ts'
import { type Note, orTell } from '../records/note.ts'
import type { Answers } from './serve.ts'

/** The lock on the window: who knows the PIN or the recovery passphrase opens it, with a delay after wrong tries. */
export interface LockPort {
  state(): LockState
  unlock(wish: UnlockWish): Promise<UnlockOutcome>
  /** Without a PIN nothing happens. */
  lock(): void
  protect(wish: ProtectWish): Promise<ProtectOutcome>
  /** Tells whenever it is locked, unlocked, or protected otherwise; returns its unsubscribe. */
  onChange(listener: (state: LockState) => void): () => void
}

export interface LockParts {
  readonly lock: LockPort
  /** Somebody is at work in the window. */
  readonly onActive: () => void
  readonly note: Note
  /** Hears of a note that could not be written down: what was done to the lock stands. */
  readonly onError: (error: unknown) => void
}

type LockChannel = 'lock:state' | 'lock:active' | 'lock:lock' | 'lock:unlock' | 'lock:protect'

export function lockAnswers({
  lock,
  onActive,
  onError,
  ...parts
}: LockParts): Pick<Answers, LockChannel> {
  const note = orTell(parts.note, onError)
  return {
    'lock:state': async () => ok(lock.state()),
    'lock:active': async () => {
      onActive()
      return ok(null)
    },
    'lock:lock': async () => {
      lock.lock()
      return ok(lock.state())
    },
    'lock:unlock': async (wish) => {
      const outcome = await lock.unlock(wish)
      if (outcome.kind === 'open') {
        onActive()
        note('unlocked')
      } else if (outcome.kind === 'wrong') note('unlock-refused')
      return ok(outcome)
    },
    'lock:protect': async (wish) => {
      if (!isSound(wish)) return fail({ kind: 'bad-input', detail: `lock:protect ${wish.what}` })
      const outcome = await lock.protect(wish)
      if (outcome.kind === 'done') note('protection-changed')
      else if (outcome.kind === 'wrong') note('unlock-refused')
      return ok(outcome)
    },
  }
}

const isSound = ({ what, next }: ProtectWish): boolean =>
  next === '' || (what === 'pin' ? pinPattern.test(next) : isStrongEnough(next))
