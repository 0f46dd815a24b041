import { hash } from 'node:crypto'
import { type FileHandle, readFile } from 'node:fs/promises'

/** SHA-256 in hex of a file's bytes; throws when it cannot be read. */
export const contentHash = async (file: string | FileHandle): Promise<string> =>
  hash('sha256', await readFile(file), 'hex')
