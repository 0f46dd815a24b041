/** Wrong tries in a row, and from when on the wait after the last of them counts. */
export interface PinTries {
  readonly wrong: number
  /** Milliseconds since 1970. */
  readonly since: number
}

export const noTries: PinTries = { wrong: 0, since: 0 }

const seconds = (...each: readonly number[]): readonly number[] => each.map((one) => one * 1000)

/** Waits after the first, second, … wrong try; the last for all that follow. */
const waits = seconds(0, 0, 0, 30, 60, 5 * 60, 15 * 60)

/** How long the next try must wait, in milliseconds; never longer because the clock was set back, but all anew. */
export function waitLeft({ wrong, since }: PinTries, now: number): number {
  if (wrong === 0) return 0
  const wait = waits[Math.min(wrong, waits.length) - 1] ?? 0
  return Math.max(0, wait - Math.max(0, now - since))
}

/** Between two tries, as long as none can be written down: so a new start, which forgets them, saves nothing. */
const unwrittenWait = 60_000

/** @param since the last try that was looked at, or the start of the program */
export const waitUnwritten = (since: number, now: number): number =>
  Math.max(0, unwrittenWait - Math.max(0, now - since))

/** A clock that was set back has the wait begin anew from what it shows now. */
export const afterClockCheck = (tries: PinTries, now: number): PinTries =>
  tries.wrong > 0 && now < tries.since ? { ...tries, since: now } : tries

/** A try is counted as wrong before it is looked at, so that ending the program in between saves nothing. */
export const afterWrongTry = ({ wrong }: PinTries, now: number): PinTries => ({
  wrong: wrong + 1,
  since: now,
})
