import { beforeEach, expect, it } from 'vitest'
import type { FailureKind } from '../../../../core/license/failure.ts'
import { type QuotaDay, unusedDay } from '../../../../core/quota/quota.ts'
import type { Trip } from '../../../../electron/recognizers/recognizer.ts'
import { fail, ok } from '../../../../core/result.ts'
import { counted, type QuotaLedger } from '../../../../electron/recognizers/wechat/counted.ts'
import { openGate } from '../../../../electron/recognizers/wechat/gate.ts'
import { realPatience } from '../../../../electron/recognizers/wechat/patience.ts'
import { createMemoryStores } from '../../../../electron/store/memory-stores.ts'
import { HeldRecognizer, soundReading, unheard } from '../../../fakes/fake-recognizer.ts'

const source = { path: '/卡片/a.jpg', name: 'a.jpg', page: 1 }
const { signal } = new AbortController()
const account = 'wx1'

let ledger: QuotaLedger
let inner: HeldRecognizer
let now: Date
let told: QuotaDay[]

beforeEach(() => {
  ledger = createMemoryStores().quota
  inner = new HeldRecognizer({ isPaid: true })
  now = new Date('2026-11-24T10:00:00Z')
  told = []
})

function reader(limit = 2) {
  const recognizer = counted(inner, {
    ledger,
    account,
    limit,
    now: () => now,
    onCount: (day) => told.push(day),
    gate: openGate(realPatience),
    waitsWhenSpent: false,
  })
  return (trip = unheard) => recognizer.recognize(source, signal, trip)
}

const ask = (limit?: number) => reader(limit)()

const today = (): QuotaDay => ledger.day(account, '2026-11-24')
const refused = (kind: FailureKind) => fail({ kind, message: '' })

it('counts a call before it leaves', async () => {
  const asked = ask()
  expect(today().used).toBe(1)
  await inner.answer(ok([soundReading]))
  await asked
  expect(today()).toEqual({ used: 1, isClosed: false })
  expect(told).toEqual([{ used: 1, isClosed: false }])
})

it('counts no call that waits to leave, and keeps it free', async () => {
  const trips: Trip[] = []
  inner.recognize = (_source, _signal, trip) => {
    trips.push(trip)
    return new Promise(() => {})
  }
  const recognize = reader()
  void recognize()
  void recognize()
  expect(today()).toEqual(unusedDay)
  expect(await recognize()).toMatchObject({ error: { kind: 'daily-limit' } })
  trips[0]?.leaves()
  expect(today().used).toBe(1)
  expect(await recognize()).toMatchObject({ error: { kind: 'daily-limit' } })
  trips[0]?.isBack()
  expect(today()).toEqual(unusedDay)
  expect(trips).toHaveLength(2)
})

it('takes back the count of a call that is kept from leaving', async () => {
  const kept = new Error('the disk is full')
  const leaves = (): void => {
    throw kept
  }
  await expect(reader()({ ...unheard, leaves })).rejects.toBe(kept)
  expect(today()).toEqual(unusedDay)
  expect(told.map(({ used }) => used)).toEqual([1, 0])
})

it.each(['outcome-unknown', 'no-license', 'image-undecodable', 'unknown-refusal'] as const)(
  'counts %s, which WeChat may have counted too',
  async (kind) => {
    const asked = ask()
    await inner.answer(refused(kind))
    await asked
    expect(today().used).toBe(1)
  },
)

it.each(['no-connection', 'address-not-listed', 'image-refused', 'cancelled', 'missing'] as const)(
  'does not count %s',
  async (kind) => {
    const asked = ask()
    await inner.answer(refused(kind))
    await asked
    expect(today()).toEqual(unusedDay)
  },
)

it('sends nothing more when the calls of the day are used up, until the next day in China', async () => {
  const first = [ask(), ask()]
  expect(await ask()).toMatchObject({ ok: false, error: { kind: 'daily-limit' } })
  expect(inner.open).toHaveLength(2)
  await inner.answer()
  await inner.answer()
  await Promise.all(first)
  now = new Date('2026-11-24T16:00:00Z')
  void ask()
  expect(inner.open).toHaveLength(1)
})

it('closes the day on which the refused call left, not the one on which the answer came', async () => {
  const asked = ask(100)
  now = new Date('2026-11-24T16:00:30Z')
  await inner.answer(refused('daily-limit'))
  await asked
  expect(today().isClosed).toBe(true)
  expect(ledger.day(account, '2026-11-25').isClosed).toBe(false)
})

it.each(['daily-limit', 'market-quota'] as const)(
  'closes the day at %s (fault 44)',
  async (kind) => {
    const asked = ask(100)
    await inner.answer(refused(kind))
    await asked
    expect(today()).toEqual({ used: 0, isClosed: true })
    expect(await ask(100)).toMatchObject({ ok: false, error: { kind: 'daily-limit' } })
    expect(inner.open).toHaveLength(0)
  },
)
