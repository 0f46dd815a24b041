import { beforeEach, expect, it } from 'vitest'
import type { FailureKind } from '../../../../core/license/failure.ts'
import { type QuotaDay, unusedDay } from '../../../../core/quota/quota.ts'
import { fail, ok } from '../../../../core/result.ts'
import { counted, type QuotaLedger } from '../../../../electron/recognizers/wechat/counted.ts'
import { openGate } from '../../../../electron/recognizers/wechat/gate.ts'
import { realPatience } from '../../../../electron/recognizers/wechat/patience.ts'
import { createMemoryStores } from '../../../../electron/store/memory-stores.ts'
import { HeldRecognizer, soundReading } from '../../../fakes/fake-recognizer.ts'

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

const ask = (limit = 2) =>
  counted(inner, {
    ledger,
    account,
    limit,
    now: () => now,
    onCount: (day) => told.push(day),
    gate: openGate(realPatience),
    waitsWhenSpent: false,
  }).recognize(source, signal)

const today = (): QuotaDay => ledger.day(account, '2026-11-24')
const refused = (kind: FailureKind) => fail({ kind, message: '' })

it('counts a call before it leaves', async () => {
  const asked = ask()
  expect(today().used).toBe(1)
  await inner.answer(ok(soundReading))
  await asked
  expect(today()).toEqual({ used: 1, isClosed: false })
  expect(told).toEqual([{ used: 1, isClosed: false }])
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
