import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Source } from '../../../core/license/record.ts'

/** SHA-256 in hex of the file and its page; of the text, where the path is an address. */
export async function fingerprint({ path, page }: Source): Promise<string | undefined> {
  const hash = createHash('sha256').update(`${page}\n`)
  if (path.startsWith('https:')) return hash.update(path).digest('hex')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}
