import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fail, ok, type Result } from '../../core/result.ts'
import type { FileFound } from '../settings/kept-file.ts'
import type { Sealer } from '../settings/sealer.ts'
import { dataFiles, holdsSealedData } from './data-folder.ts'
import { type KeyFileProblem, readKeyFile, readOrMakeKeyFile } from './key-file.ts'
import { readRing, type Ring, type RingProblem, writeFirstRing, writeRing } from './ring-file.ts'
import { type ScryptCost, usualCost } from './scrypt.ts'
import { createVault, type Vault } from './vault.ts'
import {
  isMarkOf,
  markOf,
  unwrapByKeyFile,
  unwrapByPassphrase,
  unwrapBySystem,
  wrapByKeyFile,
  wrapByPassphrase,
  wrapBySystem,
} from './wrapping.ts'

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
  /** @param code of the system, such as `ENOSPC` or `EROFS`: it could not be read or written */
  | { readonly kind: 'folder-failed'; readonly code: string }

/** The data key of a folder, in memory, and the ways in which it can be had again. */
export interface KeyRing {
  readonly vault: Vault
  /** Whether the file of the ring had to be restored from its copy. */
  readonly found: FileFound
  ways(): { readonly system: boolean; readonly passphrase: boolean; readonly keyFile: boolean }
  /** Adds the passphrase, or takes the place of the one before; the data stays as it is. */
  setPassphrase(passphrase: string): Promise<void>
  /** Throws when it is the only way. */
  removePassphrase(): Promise<void>
  /** Has the system keep the key again, as after a recovery. */
  wrapBySystem(system: Sealer): Promise<void>
}

/**
 * Opens the key ring of a data folder, or makes one where the folder is new. It never wipes anything, and never makes a
 * new key beside data that it would not open.
 */
export async function openKeyRing(
  folder: string,
  ways: KeyWays,
  parts: KeyRingParts = usualParts,
): Promise<Result<KeyRing, KeyProblem>> {
  try {
    return await openOrMake(folder, ways, parts)
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      return fail({ kind: 'folder-failed', code: String(error.code) })
    throw error
  }
}

async function openOrMake(
  folder: string,
  ways: KeyWays,
  parts: KeyRingParts,
): Promise<Result<KeyRing, KeyProblem>> {
  const read = await readRing(folder, parts.now())
  if (!read.ok) return read
  if (read.value === undefined) return makeRing(folder, ways, parts)
  const { ring, found } = read.value
  const dataKey = await unwrap(ring, ways)
  return dataKey.ok ? ok(keyRing(folder, ring, dataKey.value, found, parts)) : dataKey
}

interface KeyRingParts {
  readonly now: () => Date
  /** What a passphrase costs whoever guesses it, from now on. */
  readonly cost: ScryptCost
}

const usualParts: KeyRingParts = { now: () => new Date(), cost: usualCost }

function keyRing(
  folder: string,
  first: Ring,
  dataKey: Uint8Array,
  found: FileFound,
  { cost }: KeyRingParts,
): KeyRing {
  let ring = first
  const rewrap = async (wrapped: Ring['wrapped']): Promise<void> => {
    const next = { ...ring, wrapped }
    await writeRing(folder, next)
    ring = next
  }
  return {
    vault: createVault(dataKey),
    found,
    ways: () => ({
      system: ring.wrapped.system !== undefined,
      passphrase: ring.wrapped.passphrase !== undefined,
      keyFile: ring.wrapped.keyFile !== undefined,
    }),
    async setPassphrase(text) {
      const passphrase = await wrapByPassphrase(dataKey, text, cost)
      await rewrap({ ...ring.wrapped, passphrase })
    },
    async removePassphrase() {
      const { passphrase: _gone, ...others } = ring.wrapped
      if (Object.keys(others).length === 0) throw new Error('the passphrase is the only way')
      await rewrap(others)
    },
    async wrapBySystem(system) {
      await rewrap({ ...ring.wrapped, system: wrapBySystem(dataKey, system) })
    },
  }
}

async function makeRing(
  folder: string,
  ways: KeyWays,
  parts: KeyRingParts,
): Promise<Result<KeyRing, KeyProblem>> {
  const file = path.join(folder, dataFiles.ring)
  if (holdsSealedData(folder)) return fail({ kind: 'ring-missing', path: file })
  const { system, passphrase, keyFile } = ways
  if (!system && !passphrase && !keyFile) return fail({ kind: 'no-way' })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const fileKey = keyFile ? await readOrMakeKeyFile(keyFile) : ok(undefined)
  if (!fileKey.ok) return fileKey
  const dataKey = randomBytes(32)
  const ring: Ring = {
    version: 1,
    mark: markOf(dataKey),
    wrapped: {
      ...(system && { system: wrapBySystem(dataKey, system) }),
      ...(passphrase && { passphrase: await wrapByPassphrase(dataKey, passphrase, parts.cost) }),
      ...(fileKey.value && { keyFile: wrapByKeyFile(dataKey, fileKey.value) }),
    },
  }
  const isFirst = await writeFirstRing(folder, ring)
  if (!isFirst) return openOrMake(folder, ways, parts)
  return ok(keyRing(folder, ring, dataKey, { kind: 'sound' }, parts))
}

/** Tries every way that is given, what costs nothing first; tells of the last that failed. */
async function unwrap(ring: Ring, ways: KeyWays): Promise<Result<Uint8Array, KeyProblem>> {
  const { system, passphrase, keyFile } = ring.wrapped
  const isRight = (key: Uint8Array | undefined): key is Uint8Array =>
    key !== undefined && isMarkOf(key, ring.mark)
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
