import { fail, ok, type Result } from '../../core/result.ts'
import type { FolderProblem } from '../files/own-folder.ts'
import type { Sealer } from './sealer.ts'
import { type KeyFileProblem, readKeyFile } from './key-file.ts'
import type { Ring, RingProblem } from './ring-file.ts'
import { isMarkOf, unwrapByKeyFile, unwrapByPassphrase, unwrapBySystem } from './wrapping.ts'

/** What can open the data key; a new key is wrapped in every way that is given. */
export interface KeyWays {
  readonly system?: Sealer
  readonly passphrase?: string
  /** Path of a key file; it is written where it is missing and the data folder is new. */
  readonly keyFile?: string
}

export type KeyProblem =
  | RingProblem
  | KeyFileProblem
  | FolderProblem
  /** The system cannot open the key any more: another user, another PC, a new key store. */
  | { readonly kind: 'key-lost'; readonly takesPassphrase: boolean }
  /** Only a passphrase opens it, and none was given. */
  | { readonly kind: 'passphrase-needed' }
  | { readonly kind: 'wrong-passphrase' }
  | { readonly kind: 'key-file-needed' }
  /** There is sealed data and no ring beside it: a new key would never open it. */
  | { readonly kind: 'ring-missing'; readonly path: string }
  /** Only the system opens it, and that was not asked, as by the command line. */
  | { readonly kind: 'system-needed' }
  /** Nothing was given that could open a new key again. */
  | { readonly kind: 'no-way' }
  /** A new key is not wrapped with a passphrase that can be guessed. */
  | { readonly kind: 'weak-passphrase' }
  /** @param code of the system, such as `ENOSPC` or `EROFS`: it could not be read or written */
  | { readonly kind: 'folder-failed'; readonly code: string }

/** Tries every way that is given, what costs nothing first; tells of the last that failed. */
export async function unwrap(ring: Ring, ways: KeyWays): Promise<Result<Uint8Array, KeyProblem>> {
  const { system, passphrase, keyFile } = ring.wrapped
  const isRight = (key: Uint8Array | undefined): key is Uint8Array =>
    key !== undefined && isMarkOf(key, ring)
  let problem = missingWay(ring.wrapped, ways)

  if (system !== undefined && ways.system) {
    const key = unwrapBySystem(system, ways.system)
    if (isRight(key)) return ok(key)
    problem = { kind: 'key-lost', takesPassphrase: passphrase !== undefined }
  }
  if (keyFile !== undefined && ways.keyFile) {
    const fileKey = await readKeyFile(ways.keyFile)
    const key = fileKey.ok ? unwrapByKeyFile(keyFile, fileKey.value) : undefined
    if (isRight(key)) return ok(key)
    problem = fileKey.ok ? { kind: 'key-file-wrong', path: ways.keyFile } : fileKey.error
  }
  if (passphrase !== undefined && ways.passphrase) {
    const key = await unwrapByPassphrase(passphrase, ways.passphrase)
    if (isRight(key)) return ok(key)
    problem = { kind: 'wrong-passphrase' }
  }
  return fail(problem)
}

/** What to say where nothing was given that could be tried. */
function missingWay(wrapped: Ring['wrapped'], { keyFile }: KeyWays): KeyProblem {
  if (keyFile) return { kind: 'key-file-wrong', path: keyFile }
  if (wrapped.passphrase !== undefined) return { kind: 'passphrase-needed' }
  return { kind: wrapped.keyFile === undefined ? 'system-needed' : 'key-file-needed' }
}
