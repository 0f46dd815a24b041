export interface IdleLockParts {
  /** Minutes without a hand at the window; 0: never. */
  readonly minutes: () => number
  /** Says that it is about to be locked, so that what is typed can be saved. */
  readonly warn: () => void
  readonly lock: () => void
}

/** Locks after a time without work. */
export interface IdleLock {
  /** Somebody is at work: the time begins anew. */
  readonly active: () => void
  readonly stop: () => void
}

/** Milliseconds between the word and the lock. */
const grace = 2_000

export function createIdleLock({ minutes, warn, lock }: IdleLockParts): IdleLock {
  let timer: NodeJS.Timeout | undefined
  const stop = (): void => clearTimeout(timer)
  const wait = (milliseconds: number, then: () => void): void => {
    stop()
    timer = setTimeout(then, milliseconds)
    timer.unref()
  }
  const due = (): void => {
    warn()
    wait(grace, lock)
  }
  const active = (): void => {
    stop()
    if (minutes() > 0) wait(minutes() * 60_000, due)
  }
  active()
  return { active, stop }
}
