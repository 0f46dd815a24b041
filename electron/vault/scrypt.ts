import { scrypt } from 'node:crypto'

/** What scrypt costs whoever guesses: `N`, `r` and `p`. */
export interface ScryptCost {
  readonly cost: number
  readonly blockSize: number
  readonly parallelization: number
}

/** 128 MB and a good part of a second for each guess. */
export const usualCost: ScryptCost = { cost: 2 ** 17, blockSize: 8, parallelization: 1 }

/** 32 bytes from a text that people type; keeps the thread free. */
export function scryptKey(
  text: string,
  salt: Uint8Array,
  { cost, blockSize, parallelization }: ScryptCost,
): Promise<Buffer> {
  const options = { cost, blockSize, parallelization, maxmem: 256 * cost * blockSize }
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  scrypt(text.normalize('NFKC'), salt, 32, options, (error, key) =>
    error === null ? resolve(key) : reject(error),
  )
  return promise
}
