import { z } from 'zod'
import { type QuotaDay, unusedDay } from '../../core/quota/quota.ts'
import type { QuotaLedger } from '../recognizers/wechat/counted.ts'
import type { Keeper } from '../settings/kept-file.ts'

const quotaDay = z.object({ used: z.number().int().nonnegative(), isClosed: z.boolean() })
const keptDays = z.object({
  /** By day, then by account. */
  days: z.record(z.string(), z.record(z.string(), quotaDay)),
})

/** What stands in the file. */
export type KeptDays = z.output<typeof keptDays>

const mostDays = 7

/** Counts in a file, so that a new start does not forget what was spent; the last seven days only. */
export function createKeptLedger(keeper: Keeper<KeptDays>): QuotaLedger {
  const found = keptDays.safeParse(keeper.load())
  const days = new Map(
    Object.entries(found.success ? found.data.days : {}).map(([day, accounts]) => [
      day,
      new Map<string, QuotaDay>(Object.entries(accounts)),
    ]),
  )
  return {
    day: (account, day) => days.get(day)?.get(account) ?? unusedDay,
    put(account, day, state) {
      const accounts = days.get(day) ?? new Map<string, QuotaDay>()
      days.set(day, accounts.set(account, state))
      for (const old of [...days.keys()].toSorted().slice(0, -mostDays)) days.delete(old)
      keeper.save({
        days: Object.fromEntries([...days].map(([at, each]) => [at, Object.fromEntries(each)])),
      })
    },
  }
}
