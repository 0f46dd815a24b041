import { safeStorage } from 'electron'
import type { Sealer } from '../vault/sealer.ts'

/** Electron's; asked first when something is sealed, as it is not there before Electron is ready. */
export const systemSealer = (): Sealer => ({
  isReal,
  seal(text) {
    allowWeakKey()
    return safeStorage.encryptString(text).toString('base64')
  },
  open(sealed) {
    allowWeakKey()
    return safeStorage.decryptString(Buffer.from(sealed, 'base64'))
  },
})

/** Without a key store Linux seals with a key that everybody knows, and only when that is allowed. */
function allowWeakKey(): void {
  if (process.platform === 'linux' && !isReal()) safeStorage.setUsePlainTextEncryption(true)
}

function isReal(): boolean {
  if (process.platform !== 'linux') return safeStorage.isEncryptionAvailable()
  const backend = safeStorage.getSelectedStorageBackend()
  return backend !== 'basic_text' && backend !== 'unknown' && safeStorage.isEncryptionAvailable()
}
