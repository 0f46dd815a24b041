/** Tells on standard error how far something has come. */
export interface Progress {
  readonly step: () => void
}

/** A line that is written over and over on a terminal, and now and then one elsewhere. */
export async function withProgress<Outcome>(
  what: string,
  total: number,
  work: (progress: Progress) => Promise<Outcome>,
): Promise<Outcome> {
  const { stderr } = process
  let done = 0
  const every = stderr.isTTY ? 1 : Math.ceil(total / 4)
  const line = (): string => `${what} ${done} of ${total}`
  const step = (): void => {
    done += 1
    if (done % every === 0) stderr.write(stderr.isTTY ? `\r\u001b[K${line()}` : `${line()}\n`)
  }
  try {
    return await work({ step })
  } finally {
    if (stderr.isTTY) stderr.write('\r\u001b[K')
  }
}
