import { unreachable } from '../../core/result.ts'
import type { LockState } from '../../core/ipc/lock.ts'
import type { ClosedVault, VaultNotice, VaultState } from '../../core/ipc/vault.ts'

/** What stands between a person and the desk. */
export interface GateState {
  readonly lock: LockState
  readonly vault: VaultState
  /** How many calls the program that ends still waits for; null while it goes on. */
  readonly leaving: number | null
}

export type GateEvent =
  | { readonly kind: 'lock'; readonly lock: LockState }
  | { readonly kind: 'unlocked' }
  | { readonly kind: 'vault'; readonly vault: VaultState }
  /** What was told of the records was read. */
  | { readonly kind: 'noted' }
  | { readonly kind: 'leaving'; readonly calls: number }

export function stepGate(state: GateState, event: GateEvent): GateState {
  switch (event.kind) {
    case 'lock':
      return { ...state, lock: event.lock }
    case 'unlocked':
      return { ...state, lock: { ...state.lock, isLocked: false, waitMs: 0 } }
    case 'vault':
      return { ...state, vault: event.vault }
    case 'noted':
      return state.vault.kind === 'open' && state.vault.notices.length > 0
        ? { ...state, vault: { kind: 'open', notices: [] } }
        : state
    case 'leaving':
      return { ...state, leaving: event.calls }
    default:
      return unreachable(event)
  }
}

export const noticesOf = ({ vault }: GateState): readonly VaultNotice[] =>
  vault.kind === 'open' ? vault.notices : []

/** What the window shows; while it is locked, shut or about to close nothing else is there. */
export type Screen =
  | { readonly kind: 'leaving'; readonly calls: number }
  | { readonly kind: 'locked' }
  | { readonly kind: 'shut'; readonly vault: ClosedVault }
  | { readonly kind: 'desk' }

export function screenOf({ lock, vault, leaving }: GateState): Screen {
  if (leaving !== null) return { kind: 'leaving', calls: leaving }
  if (lock.isLocked) return { kind: 'locked' }
  return vault.kind === 'open' ? { kind: 'desk' } : { kind: 'shut', vault }
}
