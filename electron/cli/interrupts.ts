/** Milliseconds: npm hands on an interrupt that the terminal gave the program too. */
const samePress = 500

export interface Interrupts {
  /** Hears of one signal. */
  readonly hear: () => void
  /** Nothing more is to be started. */
  readonly stopped: AbortController
  /** What is out is not to be waited for either. */
  readonly hurry: AbortController
}

/**
 * The first interrupt stops, the next hurries; then `over` is called, so that one more ends the program as it would any.
 * @param now milliseconds
 */
export function createInterrupts(now: () => number, over: () => void): Interrupts {
  const [stopped, hurry] = [new AbortController(), new AbortController()]
  let last = -Infinity
  return {
    stopped,
    hurry,
    hear() {
      const at = now()
      if (at - last < samePress) return
      last = at
      if (!stopped.signal.aborted) {
        stopped.abort()
        return
      }
      hurry.abort()
      over()
    },
  }
}
