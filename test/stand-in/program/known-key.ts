import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto'

const version = Buffer.from('v10')
const blanks = Buffer.alloc(16, ' ')
const knownKey = pbkdf2Sync('peanuts', 'saltysalt', 1, 16, 'sha1')

/** Seals as Chromium does on a Linux without a key store: with a key that everybody knows. */
export function sealWithKnownKey(text: string): Buffer {
  const cipher = createCipheriv('aes-128-cbc', knownKey, blanks)
  return Buffer.concat([version, cipher.update(text), cipher.final()])
}

/** Throws where it was sealed otherwise. */
export function openWithKnownKey(bytes: Buffer): string {
  if (!bytes.subarray(0, version.length).equals(version))
    throw new Error('Error while decrypting the ciphertext provided.')
  const decipher = createDecipheriv('aes-128-cbc', knownKey, blanks)
  const text = [decipher.update(bytes.subarray(version.length)), decipher.final()]
  return Buffer.concat(text).toString()
}
