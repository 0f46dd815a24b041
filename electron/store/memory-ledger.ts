import { type QuotaDay, unusedDay } from '../../core/quota/quota.ts'
import type { QuotaLedger } from '../recognizers/wechat/counted.ts'

/** Counts in memory: closing the program forgets it. */
export function createMemoryLedger(): QuotaLedger {
  const days = new Map<string, QuotaDay>()
  const keyOf = (account: string, day: string): string => `${day} ${account}`
  return {
    day: (account, day) => days.get(keyOf(account, day)) ?? unusedDay,
    put: (account, day, state) => {
      days.set(keyOf(account, day), state)
    },
  }
}
