import { describe, expect, it } from 'vitest'
import { unusedDay } from '../../core/quota/quota.ts'
import type { QuotaLedger } from '../../electron/recognizers/wechat/counted.ts'

/** What every ledger of calls promises, wherever it keeps them. */
export function quotaLedgerContract(
  name: string,
  open: () => QuotaLedger | Promise<QuotaLedger>,
): void {
  describe(`${name}, as a ledger of calls`, () => {
    it('knows of no call at first', async () => {
      expect((await open()).day('wx1', '2026-11-24')).toEqual(unusedDay)
    })

    it('gives back what was put, the last word', async () => {
      const ledger = await open()
      ledger.put('wx1', '2026-11-24', { used: 1, isClosed: false })
      ledger.put('wx1', '2026-11-24', { used: 2, isClosed: true })
      expect(ledger.day('wx1', '2026-11-24')).toEqual({ used: 2, isClosed: true })
    })

    it('keeps accounts and days apart, also with dots and slashes in their names', async () => {
      const ledger = await open()
      const address = 'https://token.example.com/a.b'
      ledger.put(address, '2026-11-24', { used: 3, isClosed: false })
      ledger.put('wx1', '2026-11-24', { used: 5, isClosed: false })
      ledger.put('wx1', '2026-11-25', { used: 7, isClosed: false })
      expect(ledger.day(address, '2026-11-24').used).toBe(3)
      expect(ledger.day('wx1', '2026-11-24').used).toBe(5)
      expect(ledger.day('wx1', '2026-11-25').used).toBe(7)
      expect(ledger.day(address, '2026-11-25')).toEqual(unusedDay)
    })
  })
}
