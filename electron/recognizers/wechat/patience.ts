import { setTimeout as pass } from 'node:timers/promises'

/** Resolves after so many milliseconds, or at once when the signal is aborted. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>

export interface Patience {
  readonly wait: Wait
  /** 0 up to 1; spreads what would otherwise come back all at once. */
  readonly random: () => number
}

export const realPatience: Patience = {
  wait: (ms, signal) => pass(ms, undefined, { signal }).catch(() => {}),
  random: Math.random,
}
