import type { AccountView, QuotaNow } from '../../core/ipc/account.ts'
import type { Settings } from '../../core/settings/settings.ts'
import type { Hold } from '../../core/wechat/hold.ts'
import { unreachable } from '../../core/result.ts'

/** The WeChat account as far as the window may know it; null until the desk told. */
export type AccountState = AccountView | null

export type AccountEvent =
  | { readonly kind: 'told'; readonly view: AccountView }
  | { readonly kind: 'counted'; readonly quota: QuotaNow }
  | { readonly kind: 'held'; readonly hold: Hold | null }

export function stepAccount(state: AccountState, event: AccountEvent): AccountState {
  switch (event.kind) {
    case 'told':
      return event.view
    case 'counted':
      return state === null ? null : { ...state, quota: event.quota }
    case 'held':
      return state === null ? null : { ...state, hold: event.hold }
    default:
      return unreachable(event)
  }
}

/** Where the images go. */
export type Whereabouts =
  | { readonly kind: 'here' }
  /** A way through WeChat is chosen and cannot be used yet: everything is read offline. */
  | { readonly kind: 'not-ready' }
  /** To WeChat: only the doubtful ones, all, or their addresses alone. */
  | {
      readonly kind: 'doubtful' | 'all' | 'addresses'
      readonly quota: QuotaNow
      readonly left: number
    }

export function whereabouts(
  { engine, spend, agreedToSend }: Settings,
  account: AccountState,
): Whereabouts {
  if (engine === 'offline' || !agreedToSend) return { kind: 'here' }
  if (account === null || !account.isReady) return { kind: 'not-ready' }
  const { quota } = account
  const left = quota.state === 'spent' ? 0 : quota.limit - quota.used
  if (engine === 'wechat-address') return { kind: 'addresses', quota, left }
  return { kind: engine === 'auto' && spend === 'doubtful' ? 'doubtful' : 'all', quota, left }
}
