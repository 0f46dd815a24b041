import type { Sealer } from '../../../electron/vault/sealer.ts'

/** Reverses a text and names its key; another key cannot open it. */
export const sealerWith = (key: string, isReal = true): Sealer => ({
  isReal: () => isReal,
  seal: (text) => `${key}:${Array.from(text).toReversed().join('')}`,
  open(sealed) {
    if (!sealed.startsWith(`${key}:`)) throw new Error('another key')
    return Array.from(sealed.slice(key.length + 1))
      .toReversed()
      .join('')
  },
})
