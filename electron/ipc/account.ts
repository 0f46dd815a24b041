import type { AccountChange, AccountView } from '../../core/ipc/account.ts'
import type { Channel } from '../../core/ipc/channels.ts'
import { fail, ok } from '../../core/result.ts'
import type { WeChatAccount } from '../../core/wechat/account.ts'
import type { ReadingChoice } from '../desk/reading-choice.ts'
import { type Note, orTell } from '../records/note.ts'
import type { AccountStore } from '../settings/account-store.ts'
import { hostIn } from '../settings/secret-hosts.ts'
import type { Confirm, Weighty } from './confirm.ts'
import type { Answers } from './serve.ts'

export interface AccountParts {
  readonly account: AccountStore
  readonly reading: Pick<ReadingChoice, 'isReady' | 'quota' | 'hold' | 'again' | 'test'>
  readonly confirm: Confirm
  /** Asked again when the dialog is closed: it may have stood open longer than the desk. */
  readonly isLocked: () => boolean
  readonly note: Note
  /** Hears of a note that could not be written down: what was changed stands. */
  readonly onError: (error: unknown) => void
}

type AccountChannel = Extract<Channel, `account:${string}`>

/** One test at a time: a new one ends the one before. */
export function accountAnswers({
  account,
  reading,
  confirm,
  isLocked,
  ...parts
}: AccountParts): Pick<Answers, AccountChannel> {
  const note = orTell(parts.note, parts.onError)
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
      const [first, ...others] = weightyIn(account.read().account, change)
      if (first !== undefined && !(await confirm([first, ...others]))) return ok(view())
      if (isLocked()) return fail({ kind: 'locked', detail: 'account:change' })
      account.change(change)
      note('account-changed')
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

/** What of a change a person must confirm outside the page. */
function weightyIn(before: WeChatAccount, { account = {} }: AccountChange): readonly Weighty[] {
  const { baseAddress = '', serviceAddress = '', dailyLimit = before.dailyLimit } = account
  const base = hostIn(baseAddress)
  const service = hostIn(serviceAddress)
  return [
    ...isOther(base, before.baseAddress, { kind: 'wechat-host', host: base }),
    ...isOther(service, before.serviceAddress, { kind: 'service-host', host: service }),
    ...(dailyLimit === before.dailyLimit
      ? []
      : [{ kind: 'daily-limit', calls: dailyLimit } as const]),
  ]
}

const isOther = (host: string, before: string, weighty: Weighty): readonly Weighty[] =>
  host === '' || host === hostIn(before) ? [] : [weighty]
