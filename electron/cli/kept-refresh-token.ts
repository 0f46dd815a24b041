import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../files/write-whole.ts'

const kept = z.object({
  /** SHA-256 in hex of the token that the environment gave when this one was issued. */
  inPlaceOf: z.string(),
  refreshToken: z.string(),
})

/** A merchant's refresh token between two runs: WeChat may change it, and then the one in the environment is void. */
export interface KeptRefreshToken {
  /** The one that is good now. */
  readonly token: string
  /** Readable by this user only; throws when it cannot be written. */
  readonly keep: (refreshToken: string) => Promise<void>
}

/** @param given as the environment says; a new one there takes the place of what was kept */
export async function openRefreshToken(file: string, given: string): Promise<KeptRefreshToken> {
  const inPlaceOf = createHash('sha256').update(given).digest('hex')
  return {
    token: (await tokenIn(file, inPlaceOf)) ?? given,
    async keep(refreshToken) {
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
      writeWhole(file, JSON.stringify({ inPlaceOf, refreshToken }))
    },
  }
}

async function tokenIn(file: string, inPlaceOf: string): Promise<string | undefined> {
  try {
    const found = kept.parse(JSON.parse(await readFile(file, 'utf8')))
    return found.inPlaceOf === inPlaceOf ? found.refreshToken : undefined
  } catch {
    return undefined
  }
}
