import type { AccountTest, QuotaNow } from '../../core/ipc/account.ts'
import type { Failure } from '../../core/license/failure.ts'
import { eachOf } from '../../core/license/reading.ts'
import { chinaDay, quotaState } from '../../core/quota/quota.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Engine } from '../../core/settings/settings.ts'
import { payerOf } from '../../core/wechat/account.ts'
import type { Hold } from '../../core/wechat/hold.ts'
import { addressIn } from '../../core/wechat/refusal.ts'
import { chooseRecognizer, type ChooseParts } from './choose-recognizer.ts'
import type { Recognizer } from '../recognizers/recognizer.ts'
import { createGate, type Gate, openGate } from '../recognizers/wechat/gate.ts'
import type { UnderWay } from '../recognizers/wechat/once-per-image.ts'
import { openWeChat, type WeChat } from '../recognizers/wechat/open-wechat.ts'
import { createProbe } from '../recognizers/wechat/probe.ts'
import type { AccountStore } from '../settings/account-store.ts'
import type { SettingsStore } from '../settings/settings-store.ts'

export interface ReadingChoiceParts
  extends Omit<
    ChooseParts,
    'spend' | 'whenSpent' | 'gate' | 'keepRefreshToken' | 'onCount' | 'underWay'
  > {
  readonly settings: SettingsStore
  readonly account: AccountStore
  readonly onQuota: (quota: QuotaNow) => void
  /** Why nothing is sent now, null when the way is free again. */
  readonly onHold: (hold: Hold | null) => void
}

/** How images are read, as it is set now. */
export interface ReadingChoice {
  /**
   * Follows what is set, also while an image waits: what did not leave goes the new way then. Until the way or the
   * account changes it is the same one behind, which remembers what was paid for.
   */
  recognizer(): Recognizer
  /** Whether the way that is set can be used; until then everything is read offline. */
  isReady(): boolean
  /** How many images are read at once. */
  atOnce(): number
  takesAddresses(): boolean
  quota(): QuotaNow
  /** Why nothing is sent to WeChat now. */
  hold(): Hold | null
  /** Tries again at once what is held back. */
  again(): void
  /** Gets a token, and WeChat's own count of the day where it is wanted; costs no call. */
  test(withQuota: boolean, signal: AbortSignal): Promise<AccountTest>
}

interface Made {
  readonly way: string
  readonly gate: Gate
  readonly chosen: Result<Recognizer, Failure>
}

export function createReadingChoice(parts: ReadingChoiceParts): ReadingChoice {
  const { settings, account, ledger, now, offline } = parts
  const underWay: UnderWay = new Map()
  let made: Made | undefined
  let hold: Hold | null = null
  const onHold = (why: Hold | null): void => {
    hold = why
    parts.onHold(why)
  }
  const forget = (): void => {
    const { gate } = made ?? {}
    made = undefined
    gate?.close()
  }
  account.onChange(forget)
  settings.onChange(() => {
    if (made !== undefined && made.way !== wayNow()) forget()
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
  const wayNow = (): string => {
    const { spend, whenSpent } = settings.read()
    return [engineNow(), spend, whenSpent].join(' ')
  }
  const make = (): Made => {
    const { spend, whenSpent } = settings.read()
    const setting = account.read()
    const gate = createGate({
      ...parts.patience,
      now,
      probe: createProbe(parts.transport, setting.account.baseAddress),
      whenStopped: 'wait',
      onHold,
    })
    const chosen = chooseRecognizer(engineNow(), setting, {
      ...parts,
      gate,
      underWay,
      spend,
      whenSpent,
      keepRefreshToken: async (token) => account.keepRefreshToken(setting.account, token),
      onCount: () => parts.onQuota(quota()),
    })
    return { way: wayNow(), gate, chosen }
  }
  const chosen = (): Result<Recognizer, Failure> => {
    made ??= make()
    return made.chosen
  }
  const current = (): Recognizer => {
    const choice = chosen()
    return choice.ok ? choice.value : offline
  }
  const recognizer = (): Recognizer => {
    const asked = current()
    return {
      ...asked,
      async recognize(source, signal, trip) {
        for (;;) {
          const one = current()
          const outcome = await one.recognize(source, signal, trip)
          if (outcome.ok)
            return one === asked
              ? outcome
              : ok(eachOf(outcome.value, (reading) => ({ recognizer: one.id, ...reading })))
          const hasGivenWay = outcome.error.kind === 'cancelled' && !signal.aborted
          if (!hasGivenWay || one === current()) return outcome
        }
      },
    }
  }
  const again = (): void => {
    const payer = payerOf(account.read().account)
    const day = chinaDay(now())
    const counted = ledger.day(payer, day)
    // WeChat said that there are no more calls; a person may have bought some since.
    if (counted.isClosed) ledger.put(payer, day, { ...counted, isClosed: false })
    made?.gate.again()
  }
  /** A connection of its own, so that a test shows what is set and not what was remembered. */
  const openToTest = (): Result<WeChat, Failure> => {
    const setting = account.read()
    const opened = openWeChat(setting, {
      ...parts,
      gate: openGate(parts.patience),
      makeSendable: async () => fail({ kind: 'cancelled', message: 'a test sends no image' }),
      keepRefreshToken: async (token) => {
        account.keepRefreshToken(setting.account, token)
        forget()
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
    hold: () => hold,
    again,
    async test(withQuota, signal) {
      const opened = openToTest()
      if (!opened.ok) return failed(opened.error)
      const token = await opened.value.test(signal)
      if (!token.ok) return failed(token.error)
      if (hold?.kind === 'stopped') again()
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
