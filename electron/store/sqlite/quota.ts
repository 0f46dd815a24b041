import { z } from 'zod'
import { unusedDay } from '../../../core/quota/quota.ts'
import type { QuotaLedger } from '../../recognizers/wechat/counted.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Database } from './database.ts'
import { quotaSql } from './statements.ts'

const row = z.object({ used: z.number(), is_closed: z.number() })
const mostDays = 7

export function quotaTable(database: Database, vault: Vault): QuotaLedger {
  const keyOf = (account: string): Uint8Array => vault.fingerprint('quota account', account)
  return {
    day(account, day) {
      const found = database.row(row, quotaSql.get, { account: keyOf(account), day })
      return found === undefined ? unusedDay : { used: found.used, isClosed: found.is_closed === 1 }
    },
    put: (account, day, { used, isClosed }) =>
      // Written down for good with the call that it counts.
      database.soon(() => {
        const values = { account: keyOf(account), day, used, isClosed: isClosed ? 1 : 0 }
        database.run(quotaSql.put, values)
        database.run(quotaSql.removeOld, { days: mostDays })
      }),
  }
}
