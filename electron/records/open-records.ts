import { rename } from 'node:fs/promises'
import type { ClosedVault, RecoverOutcome, VaultNotice, VaultState } from '../../core/ipc/vault.ts'
import { unreachable } from '../../core/result.ts'
import { stampOf } from '../files/aside-name.ts'
import type { Sealer } from '../vault/sealer.ts'
import { StoreProblem } from '../store/store-problem.ts'
import { isInUse } from '../store/sqlite/folder-lock.ts'
import { type OpenProblem, type OpenStores, openStores } from '../store/sqlite/open-stores.ts'
import { type KeyRing, openKeyRing } from '../vault/key-ring.ts'
import type { KeyProblem } from '../vault/key-ways.ts'
import { createTries } from '../vault/tries.ts'

/** What is kept, open, with the ring that opened it. */
export interface OpenRecords extends OpenStores {
  readonly ring: KeyRing
}

export interface RecordsParts {
  /** Where everything is kept. */
  readonly folder: string
  readonly sealer: Sealer
  readonly now: () => Date
  /** The records are open. Where that throws they are shut again, and told when the next try opens them. */
  readonly onOpen: (opened: OpenRecords) => void
  /** `onOpen` threw: whatever it began stands over records that are shut. */
  readonly onShut: () => void
  /** Hears of what `onOpen` threw. */
  readonly onError: (error: unknown) => void
}

/** The place of the records, as the window opens it: by the key in the system, or by the recovery passphrase. */
export interface Records {
  state(): VaultState
  recover(passphrase: string): Promise<RecoverOutcome>
  /** Sets records that nothing opens any more aside, untouched, and begins with an empty store; no others. */
  beginAnew(): Promise<VaultState>
  /** Tries to open the records once more. */
  retry(): Promise<VaultState>
  /** The notices were read: they are not told again. */
  noted(): void
  close(): Promise<void>
}

/** Opens the records, or tells why they stay shut; nothing is ever wiped. */
export async function openRecords({
  folder,
  sealer,
  now,
  ...parts
}: RecordsParts): Promise<Records> {
  let opened: OpenRecords | undefined
  let closed: ClosedVault = { kind: 'failed', folder }
  let notices: VaultNotice[] = []
  const tries = createTries()
  const waitMs = (): number => Math.ceil(tries.wait())

  const state = (): VaultState => {
    if (opened !== undefined) return { kind: 'open', notices }
    return closed.kind === 'key-lost' ? { ...closed, waitMs: waitMs() } : closed
  }
  const openWith = async (ring: KeyRing): Promise<void> => {
    const stores = await openStores(folder, ring.vault, now, ring.kept)
    if (!stores.ok) {
      closed = closedBy(stores.error, folder)
      return
    }
    const here = { ...stores.value, ring }
    try {
      parts.onOpen(here)
      opened = here
      notices = noticesOf(here)
    } catch (error) {
      parts.onShut()
      parts.onError(error)
      closed = { kind: isFull(error) ? 'disk-full' : 'failed', folder }
      await here.close()
    }
  }
  const tryOpen = async (): Promise<VaultState> => {
    if (opened !== undefined) return state()
    const ring = await openKeyRing(folder, { system: sealer })
    if (ring.ok) await openWith(ring.value)
    else closed = shutBy(ring.error, folder)
    return state()
  }
  /** @returns whether it was the right one, whatever else keeps the records shut */
  const tryPassphrase = async (passphrase: string): Promise<boolean> => {
    if (opened !== undefined) return true
    const ring = await openKeyRing(folder, { passphrase })
    if (!ring.ok && ring.error.kind === 'wrong-passphrase') return false
    if (ring.ok) {
      await ring.value.wrapBySystem(sealer)
      await openWith(ring.value)
    } else closed = shutBy(ring.error, folder)
    return true
  }

  await tryOpen()
  return {
    state,
    retry: tryOpen,
    async recover(passphrase): Promise<RecoverOutcome> {
      const verdict = await tries.look(() => tryPassphrase(passphrase))
      if (verdict.kind === 'right') return { kind: 'tried', state: state() }
      return { kind: 'wrong', waitMs: Math.ceil(verdict.wait) }
    },
    async beginAnew() {
      // Looked at once more: what is busy, newer or on a full disk is as good as ever, and stays in its place.
      const { kind } = await tryOpen()
      if (kind !== 'key-lost') return state()
      if (isInUse(folder)) {
        closed = { kind: 'busy', folder }
        return state()
      }
      await rename(folder, `${folder}.aside-${stampOf(now())}`)
      return tryOpen()
    },
    noted() {
      notices = []
    },
    async close() {
      const last = opened
      opened = undefined
      await last?.close()
    },
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof StoreProblem && error.kind === 'disk-full'

function noticesOf({ found }: OpenRecords): VaultNotice[] {
  switch (found.kind) {
    case 'sound':
      return []
    case 'lost':
      return [found]
    case 'restored': {
      const day = /\d{4}-\d{2}-\d{2}/.exec(found.from)?.[0]
      const backupAt = day === undefined ? '' : `${day}T00:00:00.000Z`
      return [{ kind: 'restored', backupAt, aside: found.aside }]
    }
    default:
      return unreachable(found)
  }
}

function shutBy(problem: KeyProblem, folder: string): ClosedVault {
  const lost = (hasPassphrase: boolean): ClosedVault => ({
    kind: 'key-lost',
    hasPassphrase,
    folder,
    waitMs: 0,
  })
  switch (problem.kind) {
    case 'key-lost':
      return lost(problem.takesPassphrase)
    case 'passphrase-needed':
    case 'wrong-passphrase':
      return lost(true)
    case 'ring-damaged':
    case 'ring-missing':
    case 'key-file-needed':
    case 'key-file-missing':
    case 'key-file-wrong':
    case 'system-needed':
    case 'no-way':
    case 'weak-passphrase':
      return lost(false)
    case 'folder-failed':
      return problem.code === 'ENOSPC' || problem.code === 'EDQUOT'
        ? { kind: 'disk-full', folder }
        : { kind: 'failed', folder }
    case 'folder-of-another':
    case 'folder-shared':
      return { kind: 'failed', folder }
    case 'ring-newer':
      return { kind: 'newer', needs: '' }
    default:
      return unreachable(problem)
  }
}

function closedBy(problem: OpenProblem, folder: string): ClosedVault {
  switch (problem.kind) {
    case 'in-use':
      return { kind: 'busy', folder }
    case 'newer':
      return { kind: 'newer', needs: problem.needs }
    case 'disk-full':
      return { kind: 'disk-full', folder }
    case 'other-key':
      return { kind: 'key-lost', hasPassphrase: false, folder, waitMs: 0 }
    case 'other-history':
    case 'store-failed':
      return { kind: 'failed', folder }
    default:
      return unreachable(problem)
  }
}
