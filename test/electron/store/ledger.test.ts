import '../settings/without-electron.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openKeptFile } from '../../../electron/settings/kept-file.ts'
import { createKeptLedger, type KeptDays } from '../../../electron/store/kept-ledger.ts'
import { createMemoryLedger } from '../../../electron/store/memory-ledger.ts'
import { quotaLedgerContract } from '../../contracts/quota-ledger-contract.ts'
import { newFolder } from '../settings/folder.ts'

const open = (folder: string) =>
  createKeptLedger(openKeptFile<KeptDays>('quota', folder, () => new Date()).keeper)

quotaLedgerContract('calls in memory', createMemoryLedger)
quotaLedgerContract('calls in a file', () => open(newFolder()))

it('remembers the calls of today when the program starts anew', () => {
  const folder = newFolder()
  open(folder).put('wx1.a', '2026-11-24', { used: 9, isClosed: true })
  expect(open(folder).day('wx1.a', '2026-11-24')).toEqual({ used: 9, isClosed: true })
})

it('keeps the last seven days and no more', () => {
  const folder = newFolder()
  const ledger = open(folder)
  for (let day = 10; day < 20; day += 1)
    ledger.put('wx1', `2026-11-${day}`, { used: day, isClosed: false })
  expect(open(folder).day('wx1', '2026-11-12').used).toBe(0)
  expect(open(folder).day('wx1', '2026-11-13').used).toBe(13)
  const file = readFileSync(path.join(folder, 'quota.json'), 'utf8')
  expect(file.match(/2026-11-/g)).toHaveLength(7)
})
