export interface IdleLockParts {
  /** Minutes without a hand at the window; 0: never. */
  readonly minutes: () => number
  /** Says that it is about to be locked, so that what is typed can be saved. */
  readonly warn: () => void
  readonly lock: () => void
  readonly now: () => Date
}

/** Locks after a time without work, and when nobody is at the PC any more. */
export interface IdleLock {
  /** Somebody is at work: the time begins anew, unless it was over before that was noticed. */
  readonly active: () => void
  /** It was unlocked, or is set otherwise now: the time begins anew. */
  readonly begin: () => void
  /** The PC is about to sleep, or its screen is locked. */
  readonly leave: () => void
  /** The PC is awake again: no timer may have run while it slept. */
  readonly wake: () => void
  readonly stop: () => void
}

/** Milliseconds between the word and the lock. */
const grace = 2_000

export function createIdleLock({ minutes, warn, lock, now }: IdleLockParts): IdleLock {
  let timer: NodeJS.Timeout | undefined
  let lastActive = now().getTime()
  let isLeft = false
  const stop = (): void => clearTimeout(timer)
  const wait = (milliseconds: number, then: () => void): void => {
    stop()
    timer = setTimeout(then, milliseconds)
    timer.unref()
  }
  const limit = (): number => minutes() * 60_000
  /** By the clock on the wall, which goes on while the PC sleeps. */
  const isOverdue = (): boolean =>
    limit() > 0 && now().getTime() - lastActive >= limit() + 2 * grace
  const due = (): void => {
    warn()
    wait(grace, lock)
  }
  const begin = (): void => {
    stop()
    isLeft = false
    lastActive = now().getTime()
    if (limit() > 0) wait(limit(), due)
  }
  const leave = (): void => {
    if (isLeft) return
    isLeft = true
    due()
  }
  begin()
  return {
    active() {
      if (isLeft) return
      if (isOverdue()) leave()
      else begin()
    },
    begin,
    leave,
    wake() {
      if (isOverdue()) leave()
    },
    stop,
  }
}
