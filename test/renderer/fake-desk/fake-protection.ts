import type { EventPayload, Handlers } from '../../../core/ipc/contract.ts'
import type { LockState } from '../../../core/ipc/lock.ts'
import type { VaultState } from '../../../core/ipc/vault.ts'

type ProtectionChannel =
  | 'lock:state'
  | 'lock:active'
  | 'lock:lock'
  | 'lock:unlock'
  | 'lock:protect'
  | 'vault:state'
  | 'vault:recover'
  | 'vault:begin-anew'
  | 'vault:retry'
  | 'vault:noted'

export interface Protection {
  readonly hasPin: boolean
  readonly hasPassphrase: boolean
  readonly isLocked: boolean
  readonly vault: string
}

const folder = 'C:\\Users\\desk\\AppData\\Roaming\\LicenseDesk\\records'
const open: VaultState = { kind: 'open', notices: [] }
const aside = `${folder}\\records.broken-2026-11-24T06-52-00.db`

function vaultOf(name: string, hasPassphrase: boolean): VaultState {
  switch (name) {
    case 'key-lost':
      return { kind: 'key-lost', hasPassphrase, folder, waitMs: 0 }
    case 'newer':
      return { kind: 'newer', needs: '0.4.0' }
    case 'busy':
    case 'disk-full':
    case 'failed':
      return { kind: name, folder }
    case 'restored':
      return {
        kind: 'open',
        notices: [{ kind: 'restored', backupAt: '2026-11-23T01:00:00Z', aside }],
      }
    case 'lost':
      return { kind: 'open', notices: [{ kind: 'lost', aside }] }
    default:
      return open
  }
}

/** A lock in the page: the PIN is 2468, the passphrase `passphrase`. */
export function fakeProtection(
  { vault: name, ...protection }: Protection,
  onLock: (state: EventPayload<'lock:changed'>) => void,
): Pick<Handlers, ProtectionChannel> {
  let lock: LockState = { ...protection, waitMs: 0 }
  let vault = vaultOf(name, protection.hasPassphrase)
  let wrong = 0
  const secrets = { pin: '2468', passphrase: 'passphrase' }
  const put = (change: Partial<LockState>): LockState => {
    lock = { ...lock, ...change }
    onLock(lock)
    return lock
  }
  const refuse = () => {
    wrong += 1
    const waitMs = wrong < 3 ? 0 : 30_000
    return { kind: 'wrong', waitMs } as const
  }
  return {
    'lock:state': async () => lock,
    'lock:active': async () => null,
    'lock:lock': async () => (lock.hasPin ? put({ isLocked: true }) : lock),
    'lock:unlock': async ({ by, secret }) => {
      if (secret !== secrets[by]) return refuse()
      put({ isLocked: false })
      return { kind: 'open' }
    },
    'lock:protect': async ({ what, proof, next }) => {
      if (lock.hasPin && proof !== secrets.pin && proof !== secrets.passphrase) return refuse()
      if (next !== '') secrets[what] = next
      const isSet = next !== ''
      return {
        kind: 'done',
        state: put(what === 'pin' ? { hasPin: isSet } : { hasPassphrase: isSet }),
      }
    },
    'vault:state': async () => vault,
    'vault:recover': async ({ passphrase }) => {
      if (passphrase !== secrets.passphrase) return refuse()
      vault = open
      return { kind: 'tried', state: vault }
    },
    'vault:begin-anew': async () => {
      vault = open
      return vault
    },
    'vault:retry': async () => vault,
    'vault:noted': async () => null,
  }
}
