import { statSync } from 'node:fs'

/** What others than its owner may do with a file; nothing on Windows, where that is not told by a mode. */
export const modeForOthers = (file: string): number =>
  process.platform === 'win32' ? 0 : statSync(file).mode & 0o077
