import type { Failure } from '../../../core/license/failure.ts'
import { fail } from '../../../core/result.ts'
import { chinaDay, mayBeCounted, type QuotaDay, quotaState } from '../../../core/quota/quota.ts'
import { retryRuleOf } from '../../../core/wechat/faults.ts'
import type { Recognizer } from '../recognizer.ts'
import type { Gate } from './gate.ts'

/** Where the calls of an account are counted; days as `chinaDay` names them. */
export interface QuotaLedger {
  day(account: string, day: string): QuotaDay
  put(account: string, day: string, state: QuotaDay): void
}

export interface CountedParts {
  readonly ledger: QuotaLedger
  /** Whose calls are counted. */
  readonly account: string
  /** Calls a day. */
  readonly limit: number
  readonly now: () => Date
  /** Hears of every change. */
  readonly onCount: (day: QuotaDay) => void
  readonly gate: Gate
  /** When the calls of the day are used up: whether images wait for the next day, or fail as `daily-limit`. */
  readonly waitsWhenSpent: boolean
}

/**
 * Counts every call before it leaves, takes back what certainly was not counted by WeChat, and sends nothing more when
 * the calls of the day are used up.
 */
export function counted(recognizer: Recognizer, parts: CountedParts): Recognizer {
  const { ledger, account, limit, now, onCount, gate, waitsWhenSpent } = parts
  const change = (day: string, next: (before: QuotaDay) => QuotaDay): void => {
    const after = next(ledger.day(account, day))
    ledger.put(account, day, after)
    onCount(after)
  }
  return {
    ...recognizer,
    async recognize(source, signal, leaving) {
      let why = spent
      for (;;) {
        const day = chinaDay(now())
        if (quotaState(ledger.day(account, day), limit) === 'spent') {
          if (!waitsWhenSpent) return fail(why)
          gate.spend(why)
          const shut = await gate.pass(signal)
          if (shut !== undefined) return fail(shut)
          continue
        }
        change(day, (before) => ({ ...before, used: before.used + 1 }))
        const outcome = await recognizer.recognize(source, signal, leaving)
        if (outcome.ok || mayBeCounted(outcome.error)) return outcome
        change(day, (before) => ({ ...before, used: before.used - 1 }))
        if (retryRuleOf(outcome.error.kind) !== 'tomorrow') return outcome
        change(day, (before) => ({ ...before, isClosed: true }))
        if (!waitsWhenSpent) return outcome
        why = outcome.error
      }
    },
  }
}

const spent: Failure = {
  kind: 'daily-limit',
  message: 'not sent: the calls of the day are used up',
}
