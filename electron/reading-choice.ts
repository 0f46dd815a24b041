import type { AccountTest, QuotaNow } from '../core/ipc/account.ts'
import type { Failure } from '../core/license/failure.ts'
import { chinaDay, quotaState } from '../core/quota/quota.ts'
import { fail, type Result } from '../core/result.ts'
import type { Engine } from '../core/settings/settings.ts'
import { payerOf } from '../core/wechat/account.ts'
import { addressIn } from '../core/wechat/refusal.ts'
import { chooseRecognizer, type ChooseParts } from './choose-recognizer.ts'
import type { Recognizer } from './recognizers/recognizer.ts'
import { openWeChat, type WeChat } from './recognizers/wechat/open-wechat.ts'
import type { AccountStore } from './settings/account-store.ts'
import type { SettingsStore } from './settings/settings-store.ts'

export interface ReadingChoiceParts
  extends Omit<ChooseParts, 'spend' | 'keepRefreshToken' | 'onCount'> {
  readonly settings: SettingsStore
  readonly account: AccountStore
  readonly onQuota: (quota: QuotaNow) => void
}

/** How images are read, as it is set now. */
export interface ReadingChoice {
  /** The same one until the way or the account changes: it remembers what was paid for. */
  recognizer(): Recognizer
  /** Whether the way that is set can be used; until then everything is read offline. */
  isReady(): boolean
  /** How many images are read at once. */
  atOnce(): number
  takesAddresses(): boolean
  quota(): QuotaNow
  /** Gets a token, and WeChat's own count of the day where it is wanted; costs no call. */
  test(withQuota: boolean, signal: AbortSignal): Promise<AccountTest>
}

export function createReadingChoice(parts: ReadingChoiceParts): ReadingChoice {
  const { settings, account, ledger, now, offline } = parts
  let made: { readonly way: string; readonly chosen: Result<Recognizer, Failure> } | undefined
  account.onChange(() => {
    made = undefined
  })

  const quota = (): QuotaNow => {
    const { account: current } = account.read()
    const day = ledger.day(payerOf(current), chinaDay(now()))
    const limit = current.dailyLimit
    return { used: day.used, limit, state: quotaState(day, limit) }
  }
  const engineNow = (): Engine => {
    const { engine, agreedToSend } = settings.read()
    return agreedToSend ? engine : 'offline'
  }
  const chosen = (): Result<Recognizer, Failure> => {
    const engine = engineNow()
    const { spend } = settings.read()
    const way = `${engine} ${spend}`
    if (made?.way !== way)
      made = {
        way,
        chosen: chooseRecognizer(engine, account.read(), {
          ...parts,
          spend,
          keepRefreshToken: async (token) => account.keepRefreshToken(token),
          onCount: () => parts.onQuota(quota()),
        }),
      }
    return made.chosen
  }
  const recognizer = (): Recognizer => {
    const choice = chosen()
    return choice.ok ? choice.value : offline
  }
  /** A connection of its own, so that a test shows what is set and not what was remembered. */
  const openToTest = (): Result<WeChat, Failure> => {
    const opened = openWeChat(account.read(), {
      ...parts,
      makeSendable: async () => fail({ kind: 'cancelled', message: 'a test sends no image' }),
      keepRefreshToken: async (token) => {
        account.keepRefreshToken(token)
        made = undefined
      },
    })
    const engine = engineNow()
    if (!opened.ok || engine === 'offline' || engine === 'auto') return opened
    const way = opened.value.recognizer(engine)
    return way.ok ? opened : way
  }

  return {
    recognizer,
    isReady: () => chosen().ok,
    atOnce: () => (recognizer().isPaid ? 2 : 1),
    takesAddresses: () => recognizer().id === 'wechat-address',
    quota,
    async test(withQuota, signal) {
      const opened = openToTest()
      if (!opened.ok) return failed(opened.error)
      const token = await opened.value.test(signal)
      if (!token.ok) return failed(token.error)
      if (!withQuota) return { kind: 'ok' }
      const left = await opened.value.quota(signal)
      if (!left.ok) return failed(left.error)
      const { daily_limit: limit, used, remain } = left.value
      return { kind: 'ok', quota: { limit, used, remain } }
    },
  }
}

function failed(failure: Failure): AccountTest {
  const address = failure.kind === 'address-not-listed' ? addressIn(failure.message) : undefined
  return { kind: 'failed', failure, ...(address === undefined ? {} : { address }) }
}
