import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import type { Sealer } from './sealer.ts'
import { openBytes, sealBytes } from './aes-gcm.ts'
import { joinParts } from './parts.ts'
import type { Ring, wrappedByPassphrase } from './ring-file.ts'
import { type ScryptCost, scryptKey } from './scrypt.ts'
import { subkey } from './vault.ts'

type WrappedByPassphrase = z.output<typeof wrappedByPassphrase>

const aboutPassphrase = joinParts('data key', 'passphrase')
const aboutKeyFile = joinParts('data key', 'key file')

/** By which the right data key is known without telling anything of it, base64. */
export const markOf = (dataKey: Uint8Array, version: Ring['version']): string =>
  createHmac('sha256', subkey(dataKey, version === 1 ? 'mark' : `mark ${version}`))
    .update('data key')
    .digest('base64')

export const isMarkOf = (dataKey: Uint8Array, { mark, version }: Ring): boolean => {
  const [one, other] = [Buffer.from(markOf(dataKey, version)), Buffer.from(mark)]
  return one.length === other.length && timingSafeEqual(one, other)
}

export const wrapBySystem = (dataKey: Uint8Array, system: Sealer): string =>
  system.seal(Buffer.from(dataKey).toString('base64'))

/** Nothing when the system's key is another one now, or gone. */
export function unwrapBySystem(wrapped: string, system: Sealer): Uint8Array | undefined {
  try {
    return Buffer.from(system.open(wrapped), 'base64')
  } catch {
    return undefined
  }
}

export async function wrapByPassphrase(
  dataKey: Uint8Array,
  passphrase: string,
  cost: ScryptCost,
): Promise<WrappedByPassphrase> {
  const salt = randomBytes(16)
  const key = createSecretKey(await scryptKey(passphrase, salt, cost))
  const sealed = sealBytes(key, aboutPassphrase, dataKey).toString('base64')
  return { ...cost, salt: salt.toString('base64'), sealed }
}

/** Nothing when it is another passphrase. */
export async function unwrapByPassphrase(
  { salt, sealed, ...cost }: WrappedByPassphrase,
  passphrase: string,
): Promise<Uint8Array | undefined> {
  const key = createSecretKey(await scryptKey(passphrase, Buffer.from(salt, 'base64'), cost))
  return openBytes(key, aboutPassphrase, Buffer.from(sealed, 'base64'))
}

/** @param fileKey the 32 bytes in a key file */
export const wrapByKeyFile = (dataKey: Uint8Array, fileKey: Uint8Array): string =>
  sealBytes(subkey(fileKey, 'key file'), aboutKeyFile, dataKey).toString('base64')

/** Nothing when it is another key file. */
export const unwrapByKeyFile = (wrapped: string, fileKey: Uint8Array): Uint8Array | undefined =>
  openBytes(subkey(fileKey, 'key file'), aboutKeyFile, Buffer.from(wrapped, 'base64'))
