import type { Writable } from 'node:stream'

export interface WatchedStream {
  /** Resolves when all that was written has gone out, to what went wrong, if anything did. */
  readonly trouble: () => Promise<Error | undefined>
}

/** Notes what goes wrong with a stream, where it would end the program otherwise. */
export function watchStream(stream: Writable): WatchedStream {
  let first: Error | undefined
  stream.on('error', (error: Error) => {
    first ??= error
  })
  return {
    trouble: async () => {
      if (first === undefined && stream.writableLength > 0)
        await new Promise<void>((resolve) => stream.write('', () => resolve()))
      // What failed is told of after the write has returned.
      await new Promise(setImmediate)
      return first
    },
  }
}
