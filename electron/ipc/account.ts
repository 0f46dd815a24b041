import type { AccountView } from '../../core/ipc/account.ts'
import type { Channel } from '../../core/ipc/channels.ts'
import { ok } from '../../core/result.ts'
import type { ReadingChoice } from '../reading-choice.ts'
import type { AccountStore } from '../settings/account-store.ts'
import type { Answers } from './serve.ts'

export interface AccountParts {
  readonly account: AccountStore
  readonly reading: Pick<ReadingChoice, 'isReady' | 'quota' | 'hold' | 'again' | 'test'>
}

type AccountChannel = Extract<Channel, `account:${string}`>

/** One test at a time: a new one ends the one before. */
export function accountAnswers({ account, reading }: AccountParts): Pick<Answers, AccountChannel> {
  let testing = new AbortController()
  const view = (): AccountView => ({
    ...account.view(),
    isReady: reading.isReady(),
    quota: reading.quota(),
    hold: reading.hold(),
  })
  return {
    'account:read': async () => ok(view()),
    'account:change': async (change) => {
      account.change(change)
      return ok(view())
    },
    'account:test': async ({ withQuota }) => {
      testing.abort()
      testing = new AbortController()
      return ok(await reading.test(withQuota, testing.signal))
    },
    'account:cancel-test': async () => {
      testing.abort()
      return ok(null)
    },
    'account:again': async () => {
      reading.again()
      return ok(view())
    },
  }
}
