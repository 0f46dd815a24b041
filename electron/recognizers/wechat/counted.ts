import type { Failure } from '../../../core/license/failure.ts'
import type { Source } from '../../../core/license/record.ts'
import { fail } from '../../../core/result.ts'
import { chinaDay, type QuotaDay, quotaState } from '../../../core/quota/quota.ts'
import { retryRuleOf } from '../../../core/wechat/faults.ts'
import type { Recognizer, Trip } from '../recognizer.ts'
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
 * Counts every call right before it leaves, takes back what certainly was not counted by WeChat, and sends nothing more
 * when the calls of the day are used up, or would be if all that waits to leave were sent.
 */
export function counted(recognizer: Recognizer, parts: CountedParts): Recognizer {
  const { ledger, account, limit, now, onCount, gate, waitsWhenSpent } = parts
  const today = (): string => chinaDay(now())
  const change = (day: string, next: (before: QuotaDay) => QuotaDay): void => {
    const after = next(ledger.day(account, day))
    ledger.put(account, day, after)
    onCount(after)
  }
  const count = (day: string, calls: 1 | -1): void =>
    change(day, (before) => ({ ...before, used: before.used + calls }))
  /** Images that have not left and still may: for each of them a call is kept free. */
  let here = 0

  /** @returns the day on which it last left too */
  async function send(source: Source, signal: AbortSignal, trip: Trip) {
    let leftOn: string | undefined
    let lastDay = today()
    here += 1
    try {
      const outcome = await recognizer.recognize(source, signal, {
        ...trip,
        leaves() {
          const day = today()
          count(day, 1)
          try {
            trip.leaves()
          } catch (error) {
            count(day, -1)
            throw error
          }
          leftOn = day
          lastDay = day
          here -= 1
        },
        isBack() {
          trip.isBack()
          if (leftOn === undefined) return
          count(leftOn, -1)
          leftOn = undefined
          here += 1
        },
      })
      return { outcome, lastDay }
    } finally {
      if (leftOn === undefined) {
        here -= 1
        gate.freeCall()
      }
    }
  }

  return {
    ...recognizer,
    async recognize(source, signal, trip) {
      let why = spent
      for (;;) {
        const { used, isClosed } = ledger.day(account, today())
        if (quotaState({ used: used + here, isClosed }, limit) === 'spent') {
          if (!waitsWhenSpent) return fail(why)
          const shut = await gate.nextDay(why, signal)
          if (shut !== undefined) return fail(shut)
          continue
        }
        const { outcome, lastDay } = await send(source, signal, trip)
        if (outcome.ok || retryRuleOf(outcome.error.kind) !== 'tomorrow') return outcome
        change(lastDay, (before) => ({ ...before, isClosed: true }))
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
