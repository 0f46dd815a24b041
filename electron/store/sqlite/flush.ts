import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Has the disk take what was written to a file that nobody holds open. */
export function flush(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
