import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

/** What a sealed value starts with: how it was sealed. */
const version = 1
const nonceBytes = 12
const tagBytes = 16

/**
 * AES-256-GCM under a random 96-bit nonce: version, nonce, ciphertext, tag.
 * @param about associated data: what is sealed opens only together with the same
 */
export function sealBytes(key: KeyObject, about: Uint8Array, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(about)
  const sealed = cipher.update(bytes)
  return Buffer.concat([Uint8Array.of(version), nonce, sealed, cipher.final(), cipher.getAuthTag()])
}

/** Nothing when the key, the associated data or a single bit is another one. */
export function openBytes(
  key: KeyObject,
  about: Uint8Array,
  sealed: Uint8Array,
): Buffer | undefined {
  if (sealed[0] !== version || sealed.length < 1 + nonceBytes + tagBytes) return undefined
  const end = sealed.length - tagBytes
  const nonce = sealed.subarray(1, 1 + nonceBytes)
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(about)
  cipher.setAuthTag(sealed.subarray(end))
  const bytes = cipher.update(sealed.subarray(1 + nonceBytes, end))
  try {
    cipher.final()
    return bytes
  } catch {
    return undefined
  }
}
