/** Tells how far something has come that lasts. */
export interface Progress {
  /** So many more are done; one where nothing is said. */
  step(count?: number): void
}

/** Where it is told, such as standard error. */
export interface Screen {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** How long a line stands before the next one is written, in milliseconds: on a terminal in its place, elsewhere below it. */
const pause = { terminal: 100, elsewhere: 10_000 }

/**
 * Tells `reading: 12 of 240, 8 s`, from the beginning on: on a terminal in one line that goes at the end, elsewhere in
 * a line every ten seconds or so, and one at the end of what took longer.
 * @param now in milliseconds
 */
export function beginProgress(
  what: string,
  total: number,
  screen: Screen = process.stderr,
  now: () => number = () => performance.now(),
): Progress & { end(): void } {
  const isTerminal = screen.isTTY === true
  const start = now()
  let done = 0
  let isOver = false
  let told = Number.NEGATIVE_INFINITY
  const tell = (): void => {
    told = now()
    const line = `${what}: ${done} of ${total}, ${Math.floor((told - start) / 1000)} s`
    screen.write(isTerminal ? `\r\u001b[K${line}` : `${line}\n`)
  }
  tell()
  return {
    step(count = 1) {
      if (isOver) return
      done += count
      if (now() - told >= (isTerminal ? pause.terminal : pause.elsewhere)) tell()
    },
    end() {
      isOver = true
      if (isTerminal) screen.write('\r\u001b[K')
      else if (now() - start >= pause.elsewhere) tell()
    },
  }
}

/** The same around some work, on standard error. */
export async function withProgress<Outcome>(
  what: string,
  total: number,
  work: (progress: Progress) => Promise<Outcome>,
): Promise<Outcome> {
  const progress = beginProgress(what, total)
  try {
    return await work(progress)
  } finally {
    progress.end()
  }
}
