import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { isStrongEnough } from '../../core/lock/passphrase.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { ownFolder } from '../files/own-folder.ts'
import type { FileFound } from '../files/keeper.ts'
import type { Sealer } from './sealer.ts'
import { dataFiles, holdsSealedData, isDataFolder } from './data-folder.ts'
import { readOrMakeKeyFile } from './key-file.ts'
import { type KeyProblem, type KeyWays, unwrap } from './key-ways.ts'
import { readRing, type Ring, writeFirstRing, writeRing } from './ring-file.ts'
import { openKept, type RingKeeper, type RingKept, sealKept } from './ring-kept.ts'
import { type ScryptCost, usualCost } from './scrypt.ts'
import { createVault, type Vault } from './vault.ts'
import {
  isMarkOf,
  markOf,
  unwrapByPassphrase,
  wrapByKeyFile,
  wrapByPassphrase,
  wrapBySystem,
} from './wrapping.ts'

/** The data key of a folder, in memory, and the ways in which it can be had again. */
export interface KeyRing {
  readonly vault: Vault
  /** Whether the file of the ring had to be restored from its copy. */
  readonly found: FileFound
  ways(): { readonly system: boolean; readonly passphrase: boolean; readonly keyFile: boolean }
  /** What is kept in the ring itself. */
  readonly kept: RingKeeper
  /** Whether it opens this very key, as the ring stands in memory: what lies on the disk by now does not matter. */
  isPassphrase(text: string): Promise<boolean>
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
  if (!dataKey.ok) return dataKey
  const shared = ownFolder(folder, isDataFolder)
  if (shared !== undefined) return fail(shared)
  const kept = ring.version === 1 ? undefined : openKept(createVault(dataKey.value), ring.kept)
  if (ring.version !== 1 && kept === undefined)
    return fail({ kind: 'ring-damaged', path: path.join(folder, dataFiles.ring) })
  return ok(keyRing({ folder, ring, dataKey: dataKey.value, found, kept }, parts))
}

interface KeyRingParts {
  readonly now: () => Date
  /** What a passphrase costs whoever guesses it, from now on. */
  readonly cost: ScryptCost
}

const usualParts: KeyRingParts = { now: () => new Date(), cost: usualCost }

interface OpenRing {
  readonly folder: string
  readonly ring: Ring
  readonly dataKey: Uint8Array
  readonly found: FileFound
  readonly kept: RingKept | undefined
}

function keyRing(
  { folder, dataKey, found, ...first }: OpenRing,
  { cost }: Pick<KeyRingParts, 'cost'>,
): KeyRing {
  const vault = createVault(dataKey)
  let { ring, kept } = first
  const write = (next: Ring): void => {
    writeRing(folder, next)
    ring = next
  }
  const rewrap = (wrapped: Ring['wrapped']): void => write({ ...ring, wrapped })
  return {
    vault,
    found,
    kept: {
      load: () => kept,
      save(next) {
        write(ringWith(dataKey, ring.wrapped, next))
        kept = next
      },
    },
    async isPassphrase(text) {
      const { passphrase } = ring.wrapped
      const key = passphrase && (await unwrapByPassphrase(passphrase, text))
      return key !== undefined && isMarkOf(key, ring)
    },
    ways: () => ({
      system: ring.wrapped.system !== undefined,
      passphrase: ring.wrapped.passphrase !== undefined,
      keyFile: ring.wrapped.keyFile !== undefined,
    }),
    async setPassphrase(text) {
      const passphrase = await wrapByPassphrase(dataKey, text, cost)
      rewrap({ ...ring.wrapped, passphrase })
    },
    async removePassphrase() {
      const { passphrase: _gone, ...others } = ring.wrapped
      if (Object.keys(others).length === 0) throw new Error('the passphrase is the only way')
      rewrap(others)
    },
    async wrapBySystem(system) {
      rewrap({ ...ring.wrapped, system: wrapBySystem(dataKey, system) })
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
  if (passphrase && !isStrongEnough(passphrase)) return fail({ kind: 'weak-passphrase' })
  const shared = ownFolder(folder, isDataFolder)
  if (shared !== undefined) return fail(shared)
  const fileKey = keyFile ? await readOrMakeKeyFile(keyFile) : ok(undefined)
  if (!fileKey.ok) return fileKey
  const dataKey = randomBytes(32)
  const wrapped = {
    ...(system && { system: wrapBySystem(dataKey, system) }),
    ...(passphrase && { passphrase: await wrapByPassphrase(dataKey, passphrase, parts.cost) }),
    ...(fileKey.value && { keyFile: wrapByKeyFile(dataKey, fileKey.value) }),
  }
  const kept: RingKept = {}
  const ring = ringWith(dataKey, wrapped, kept)
  const isFirst = writeFirstRing(folder, ring)
  if (!isFirst) return openOrMake(folder, ways, parts)
  return ok(keyRing({ folder, ring, dataKey, found: { kind: 'sound' }, kept }, parts))
}

const ringWith = (dataKey: Uint8Array, wrapped: Ring['wrapped'], kept: RingKept): Ring => ({
  version: 2,
  mark: markOf(dataKey, 2),
  wrapped,
  kept: sealKept(createVault(dataKey), kept),
})
