import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { openBytes, sealBytes } from './aes-gcm.ts'
import { joinParts } from './parts.ts'

/** Where a sealed value stands; moved to another row or column it does not open. */
export interface Place {
  readonly table: string
  readonly row: string
  readonly column: string
  /** What stands beside it in plain columns: where one of these is changed it does not open either. */
  readonly beside?: readonly string[]
}

/** Seals what is kept with keys that are made from the one data key. */
export interface Vault {
  seal(place: Place, bytes: Uint8Array): Uint8Array
  /** Throws `SealBroken` when it was sealed elsewhere, with another key, or changed since. */
  open(place: Place, sealed: Uint8Array): Uint8Array
  /** 32 bytes by which the same text is found again, and that tell nothing of it without the key. */
  fingerprint(purpose: string, text: string): Uint8Array
  /** The next link of a chain: 32 bytes made of the link before and what is written down now. */
  link(before: Uint8Array, text: string): Uint8Array
}

/** A value that was changed, moved or sealed with another key. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'

  constructor({ table, column }: Place) {
    super(`a sealed value does not open: ${table}.${column}`)
  }
}

/** @param dataKey 32 random bytes */
export function createVault(dataKey: Uint8Array): Vault {
  const sealing = subkey(dataKey, 'sealing')
  const looking = subkey(dataKey, 'looking up')
  const chaining = subkey(dataKey, 'chain')
  return {
    seal: (place, bytes) => sealBytes(sealing, about(place), bytes),
    open(place, sealed) {
      const bytes = openBytes(sealing, about(place), sealed)
      if (bytes === undefined) throw new SealBroken(place)
      return bytes
    },
    fingerprint: (purpose, text) =>
      createHmac('sha256', looking).update(joinParts(purpose, text)).digest(),
    link: (before, text) =>
      createHmac('sha256', chaining).update(before).update(joinParts(text)).digest(),
  }
}

/** A key for one purpose, made so that it tells nothing of the others. */
export function subkey(key: Uint8Array, purpose: string): KeyObject {
  const made = hkdfSync('sha256', key, new Uint8Array(), `license-desk ${purpose} 1`, 32)
  return createSecretKey(Buffer.from(made))
}

const about = ({ table, row, column, beside = [] }: Place): Buffer =>
  joinParts(table, row, column, ...beside)
