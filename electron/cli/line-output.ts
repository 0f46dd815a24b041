import { closeSync, openSync, writeSync } from 'node:fs'
import type { Writable } from 'node:stream'

/** Where lines of JSON go, each whole or not at all. */
export interface LineOutput {
  /** Throws when the line cannot be written. */
  readonly write: (line: unknown) => void
  readonly close: () => void
}

/**
 * @param file an absolute path; without one lines go to the stream
 * Throws when the file cannot be opened.
 */
export function openLineOutput(file: string | undefined, stream: Writable): LineOutput {
  if (file === undefined) {
    return { write: (line) => void stream.write(textOf(line)), close: () => undefined }
  }
  const descriptor = openSync(file, 'w')
  return {
    write: (line) => {
      const bytes = Buffer.from(textOf(line))
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done)
    },
    close: () => closeSync(descriptor),
  }
}

const textOf = (line: unknown): string => `${JSON.stringify(line)}\n`
