import { existsSync } from 'node:fs'
import path from 'node:path'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Language } from '../../core/settings/settings.ts'
import { sayWith, wordsIn } from '../../core/words/words.ts'
import { codeOf } from '../files/code-of.ts'
import { makeFolder } from '../files/make-folder.ts'
import { keptInRing } from '../store/sqlite/kept-in-ring.ts'
import { type OpenProblem, openStores } from '../store/sqlite/open-stores.ts'
import type { Upkeep } from '../store/sqlite/upkeep.ts'
import { StoreProblem } from '../store/store-problem.ts'
import type { Stores } from '../store/stores.ts'
import { dataFiles } from '../vault/data-folder.ts'
import { openKeyRing } from '../vault/key-ring.ts'
import type { RingKeeper } from '../vault/ring-kept.ts'
import type { KeyProblem } from '../vault/key-ways.ts'
import { type Environment, passphraseVariable } from './environment.ts'
import { type ExitCode, exitCodes, type Stop } from './exit-codes.ts'
import type { DataPlace } from './held-arguments.ts'
import { prepareOutput } from './outputs/prepare-output.ts'
import type { Terminal } from './terminal.ts'

/** Records that are kept, open. */
export interface HeldData {
  readonly stores: Stores
  /** What no older store may bring back, and how long records are kept. */
  readonly kept: RingKeeper
  /** Wipes what was removed from the log, the backups and what was set aside; how many backups are without it now. */
  readonly scrub: () => Promise<number>
  readonly close: () => Promise<void>
}

export interface OpenDataParts {
  readonly environment: Environment
  readonly terminal: Terminal
  readonly language: Language
  readonly now: () => Date
  /** Nothing is begun where there is nothing yet. */
  readonly mustExist?: boolean
}

/** Opens a data folder, or begins one; else what a person has to do first, in words. */
export async function openData(
  { folder, keyFile }: DataPlace,
  { environment, terminal, language, now, mustExist = false }: OpenDataParts,
): Promise<Result<HeldData, Stop>> {
  const say = wordsIn(language)
  if (mustExist && !existsSync(folder))
    return stop(exitCodes.wrongUsage, say('command:noData', { folder }))
  try {
    await makeFolder(folder, 0o700)
  } catch (error) {
    const values = { folder, code: codeOf(error) }
    return stop(exitCodes.recordsFailed, say('data:key.folder-failed', values))
  }
  const ringFile = path.join(folder, dataFiles.ring)
  if (keyFile !== undefined && !existsSync(keyFile) && !existsSync(ringFile)) {
    const prepared = await prepareOutput(keyFile, language)
    if (!prepared.ok) return prepared
  }
  const passphrase = environment[passphraseVariable]
  const ring = await openKeyRing(folder, {
    ...(keyFile === undefined ? {} : { keyFile }),
    ...(passphrase === undefined || passphrase === '' ? {} : { passphrase }),
  })
  if (!ring.ok) {
    const { kind } = ring.error
    return stop(
      codeOfKey(kind),
      sayWith(language, `data:key.${kind}`, { folder, path: folder, ...ring.error }),
    )
  }
  const opened = await openStores(folder, ring.value.vault, now, ring.value.kept)
  if (!opened.ok) {
    const { kind } = opened.error
    return stop(
      codeOfOpening(kind),
      sayWith(language, `data:open.${kind}`, { folder, ...opened.error }),
    )
  }
  const { stores, found, upkeep, close } = opened.value
  if (found.kind !== 'sound')
    terminal.warn(sayWith(language, `data:found.${found.kind}`, { ...found }))
  return ok({
    stores,
    kept: keptInRing(ring.value.kept),
    async scrub() {
      await upkeep.removeSetAside()
      const { clean, left } = await upkeep.compact()
      if (left.length > 0) terminal.warn(say('data:scrubLeft', { paths: left.join(' ') }))
      return clean
    },
    async close() {
      try {
        await takeUpScrub(upkeep)
        const backup = await upkeep.backUp()
        if (backup.kind === 'failed')
          terminal.warn(say(`data:noBackup.${backup.reason}`, { folder }))
      } finally {
        await close()
      }
    },
  })
}

const stop = (exitCode: Stop['exitCode'], message: string): Result<never, Stop> =>
  fail({ exitCode, message })

function codeOfKey(kind: KeyProblem['kind']): ExitCode {
  switch (kind) {
    case 'ring-damaged':
    case 'ring-newer':
    case 'ring-missing':
    case 'folder-failed':
    case 'folder-of-another':
    case 'folder-shared':
      return exitCodes.recordsFailed
    case 'key-lost':
    case 'passphrase-needed':
    case 'wrong-passphrase':
    case 'key-file-missing':
    case 'key-file-wrong':
    case 'key-file-needed':
    case 'system-needed':
    case 'no-way':
    case 'weak-passphrase':
      return exitCodes.keyRefused
  }
}

function codeOfOpening(kind: OpenProblem['kind']): ExitCode {
  switch (kind) {
    case 'in-use':
      return exitCodes.folderBusy
    case 'other-key':
      return exitCodes.keyRefused
    case 'newer':
    case 'other-history':
    case 'disk-full':
    case 'store-failed':
      return exitCodes.recordsFailed
  }
}

/** Wipes what a deletion that was cut off left in the backups; where that fails, the next run tries again. */
async function takeUpScrub(upkeep: Upkeep): Promise<void> {
  try {
    await upkeep.compact()
  } catch (error) {
    if (!(error instanceof StoreProblem)) throw error
  }
}
