import { hash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { AccountChange, QuotaNow } from '../../../core/ipc/account.ts'
import { ok } from '../../../core/result.ts'
import { defaultSettings, type SettingsChange } from '../../../core/settings/settings.ts'
import type { Hold } from '../../../core/wechat/hold.ts'
import { accountAnswers } from '../../../electron/ipc/account.ts'
import { createReadingChoice, type ReadingChoice } from '../../../electron/desk/reading-choice.ts'
import type { Trip } from '../../../electron/recognizers/recognizer.ts'
import { createTransport } from '../../../electron/recognizers/wechat/transport.ts'
import { createAccountStore } from '../../../electron/settings/account-store.ts'
import { createSettingsStore } from '../../../electron/settings/settings-store.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { soundReading, unheard } from '../../fakes/fake-recognizer.ts'
import { type FakeWeChat, sampleAccount, samplePlatform } from '../../fakes/wechat/fake-wechat.ts'
import { fields, hashOf, imageOf, startKnowing } from '../recognizers/wechat/line.ts'
import { newFolder } from '../settings/folder.ts'
import { sealerWith } from '../settings/weak-sealer.ts'

const never = new AbortController().signal
const recognition = '/cv/ocr/drivinglicense'

/** A desk's way to read with everything real but the engine; images are what their path says. */
function openChoice(
  change: SettingsChange = { agreedToSend: true, engine: 'wechat-upload' },
  whilePreparing = async (): Promise<void> => {},
) {
  const settings = createSettingsStore({
    load: () => ({ ...defaultSettings, ...change }),
    save: () => {},
  })
  const account = createAccountStore({ load: () => ({}), save: () => {} }, sealerWith('key'))
  const transport = createTransport()
  onTestFinished(() => transport.close())
  const told: QuotaNow[] = []
  const stores = createMemoryStores()
  const held: (Hold | null)[] = []
  const reading = createReadingChoice({
    settings,
    account,
    offline: { id: 'offline', isPaid: false, recognize: async () => ok([soundReading]) },
    async prepare() {
      await whilePreparing()
      const bytes = new Uint8Array(imageOf(1))
      return ok({ bytes, type: 'image/jpeg', width: 9, height: 9, isOriginal: true })
    },
    transport,
    patience: { wait: (_, signal) => untilAborted(signal), random: () => 0 },
    ledger: stores.quota,
    paid: stores.paid,
    now: () => new Date('2026-11-24T02:00:00Z'),
    onLeftBehind: () => {},
    onQuota: (quota) => told.push(quota),
    onHold: (hold) => held.push(hold),
  })
  const answers = accountAnswers({
    account,
    reading,
    confirm: async () => true,
    isLocked: () => false,
    note: () => {},
    onError: () => {},
  })
  return { settings, account, reading, told, held, answers }
}

/** What is waited for never comes by itself. */
const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()))

const setUp = (wechat: FakeWeChat): AccountChange => ({
  account: { appId: sampleAccount.appId, baseAddress: wechat.url },
  secrets: { appSecret: sampleAccount.appSecret },
})

async function read(reading: ReadingChoice, file: string, trip = unheard) {
  const image = hash('sha256', readFileSync(file), 'hex')
  const source = { path: file, name: path.basename(file), page: 1, image }
  return reading.recognizer().recognize(source, never, trip)
}

function followedTrip() {
  const heard: string[] = []
  const trip: Trip = {
    ...unheard,
    leaves: () => heard.push('leaves'),
    isBack: () => heard.push('is back'),
  }
  return { heard, trip }
}

function imageFile(content: string): string {
  const file = path.join(newFolder(), 'a.jpg')
  writeFileSync(file, content)
  return file
}

it('reads offline while nothing is set, and says that the way is not ready', async () => {
  const { reading, answers } = openChoice()
  expect(reading.isReady()).toBe(false)
  expect(reading.recognizer().id).toBe('offline')
  expect(reading.atOnce()).toBe(1)
  expect(await answers['account:test']({ withQuota: false })).toMatchObject({
    value: { kind: 'failed', failure: { kind: 'settings-incomplete' } },
  })
})

it('sends nothing before a person agreed, whatever else is set', async () => {
  const wechat = await startKnowing()
  const { account, reading, settings } = openChoice({ engine: 'wechat-upload' })
  account.change(setUp(wechat))
  await read(reading, imageFile('one'))
  expect(wechat.ledger.entries).toEqual([])
  settings.change({ agreedToSend: true })
  await read(reading, imageFile('one'))
  expect(wechat.ledger.charges(hashOf(imageOf(1)))).toBe(1)
})

it('follows the settings, and keeps its recognizer while they stay', async () => {
  const wechat = await startKnowing()
  const { account, reading, settings, told } = openChoice()
  account.change(setUp(wechat))
  expect([reading.isReady(), reading.atOnce(), reading.takesAddresses()]).toEqual([true, 2, false])
  const first = await read(reading, imageFile('the same image'))
  settings.change({ language: 'en' })
  const second = await read(reading, imageFile('the same image'))
  expect([first.ok, second.ok]).toEqual([true, true])
  expect(wechat.ledger.charges(hashOf(imageOf(1)))).toBe(1)
  expect(told).toEqual([{ used: 1, limit: 100, state: 'open' }])
  expect(reading.quota()).toEqual({ used: 1, limit: 100, state: 'open' })
  settings.change({ engine: 'wechat-address' })
  expect(reading.recognizer().id).toBe('wechat-address')
  expect(reading.takesAddresses()).toBe(true)
  settings.change({ engine: 'offline' })
  expect(reading.recognizer().id).toBe('offline')
})

it('gets a token when tested, and WeChat’s own count where that is wanted; no call is counted', async () => {
  const wechat = await startKnowing()
  const { account, reading } = openChoice()
  account.change(setUp(wechat))
  expect(await reading.test(false, never)).toEqual({ kind: 'ok' })
  expect(await reading.test(true, never)).toEqual({
    kind: 'ok',
    quota: { limit: 100, used: 0, remain: 100 },
  })
  expect(wechat.ledger.entries.filter(({ charged }) => charged)).toEqual([])
})

it('gives back the address to add when this PC is not on the list', async () => {
  const wechat = await startKnowing({
    accounts: [{ ...sampleAccount, ipList: ['198.51.100.1'] }],
    callerAddress: '203.0.113.9',
  })
  const { account, reading } = openChoice()
  account.change(setUp(wechat))
  expect(await reading.test(false, never)).toMatchObject({
    kind: 'failed',
    failure: { kind: 'address-not-listed', code: 40164 },
    address: '203.0.113.9',
  })
})

it('tells a wrong secret, and answers nothing that holds it', async () => {
  const wechat = await startKnowing()
  const { account, answers } = openChoice()
  account.change(setUp(wechat))
  const secret = 'canary-secret-0123456789ab'
  const changed = await answers['account:change']({ secrets: { appSecret: secret } })
  const tested = await answers['account:test']({ withQuota: false })
  expect(tested).toMatchObject({ value: { failure: { kind: 'wrong-secret' } } })
  expect(changed).toMatchObject({ value: { secrets: { appSecret: { ending: 'ab' } } } })
  const shown = JSON.stringify([changed, tested, await answers['account:read'](null)])
  expect(shown).not.toContain(secret)
})

it('ends a test at once when it is cancelled, or when another begins', async () => {
  const wechat = await startKnowing({ latency: 20_000 })
  const { account, answers } = openChoice()
  account.change(setUp(wechat))
  const first = answers['account:test']({ withQuota: false })
  const second = answers['account:test']({ withQuota: false })
  const cancelled = { value: { kind: 'failed', failure: { kind: 'cancelled' } } }
  expect(await first).toMatchObject(cancelled)
  await answers['account:cancel-test'](null)
  expect(await second).toMatchObject(cancelled)
})

it('asks of a cloud way what only that way needs', async () => {
  const wechat = await startKnowing()
  const { account, reading } = openChoice({ agreedToSend: true, engine: 'wechat-cloud' })
  account.change(setUp(wechat))
  expect(reading.isReady()).toBe(false)
  expect(await reading.test(false, never)).toMatchObject({
    failure: { kind: 'settings-incomplete', message: expect.stringContaining('cloudEnv') },
  })
})

it('keeps the refresh token that a test is given, and reads on with it', async () => {
  const wechat = await startKnowing({
    answers: new Map([[hashOf(imageOf(1)), fields]]),
  })
  const { account, reading } = openChoice()
  account.change({
    account: {
      tokenMode: 'platform',
      componentAppId: samplePlatform.appId,
      authorizerAppId: sampleAccount.appId,
      baseAddress: wechat.url,
    },
    secrets: {
      componentAppSecret: samplePlatform.appSecret,
      componentTicket: wechat.platform.pushTicket(),
      refreshToken: sampleAccount.refreshToken,
    },
  })
  expect(reading.isReady()).toBe(true)
  expect(await reading.test(false, never)).toEqual({ kind: 'ok' })
  const kept = account.read().secrets.refreshToken
  expect(kept).not.toBe(sampleAccount.refreshToken)
  expect((await read(reading, imageFile('one'))).ok).toBe(true)
  expect(wechat.ledger.entries.filter((entry) => entry.path === recognition)).toHaveLength(1)
})

it.each([
  ['of its way alone', { engine: 'wechat-upload' }],
  [
    'of a way that gives way to the offline engine',
    { engine: 'wechat-upload', whenSpent: 'offline' },
  ],
  ['of a call that helps the offline engine', { engine: 'auto', spend: 'always' }],
] as const)('tells when an image leaves: %s', async (_, change) => {
  const wechat = await startKnowing()
  const { account, reading } = openChoice({ agreedToSend: true, ...change })
  account.change(setUp(wechat))
  const { heard, trip } = followedTrip()
  await read(reading, imageFile('one'), trip)
  expect(heard).toEqual(['leaves'])
})

it('tells that an image is back when it was refused and waits to go again', async () => {
  const wechat = await startKnowing({ accounts: [{ ...sampleAccount, granted: false }] })
  const { account, reading, held } = openChoice()
  account.change(setUp(wechat))
  const { heard, trip } = followedTrip()
  void read(reading, imageFile('one'), trip)
  await expect.poll(() => held).toHaveLength(1)
  expect(heard).toEqual(['leaves', 'is back'])
  expect(reading.quota().used).toBe(0)
})

it('holds what waits until the account is put right, and sends it then', async () => {
  const wechat = await startKnowing()
  const { account, reading, held, answers } = openChoice()
  account.change({ ...setUp(wechat), secrets: { appSecret: 'f'.repeat(32) } })
  const pending = read(reading, imageFile('one'))
  await expect.poll(() => held.map((hold) => hold?.kind)).toEqual(['stopped'])
  expect(await answers['account:read'](null)).toMatchObject({
    value: { hold: { kind: 'stopped', failure: { kind: 'wrong-secret' } } },
  })
  account.change(setUp(wechat))
  expect((await pending).ok).toBe(true)
  expect(held.at(-1)).toBeNull()
  expect(wechat.ledger.charges(hashOf(imageOf(1)))).toBe(1)
})

it('sends nothing more once consent is withdrawn, also what was being made fit', async () => {
  const wechat = await startKnowing()
  const { account, reading, settings } = openChoice(undefined, async () => {
    await reading.test(false, never)
    settings.change({ agreedToSend: false })
  })
  account.change(setUp(wechat))
  const outcome = await read(reading, imageFile('one'))
  expect(outcome).toMatchObject({ ok: true, value: [{ recognizer: 'offline' }] })
  expect(wechat.ledger.charges(hashOf(imageOf(1)))).toBe(0)
})

it('reads offline what waits when a person wants it so, and notes who read it', async () => {
  const wechat = await startKnowing({ accounts: [{ ...sampleAccount, granted: false }] })
  const { account, reading, held, settings } = openChoice()
  account.change(setUp(wechat))
  const pending = read(reading, imageFile('one'))
  await expect.poll(() => held).toHaveLength(1)
  settings.change({ engine: 'offline' })
  expect(await pending).toMatchObject({ ok: true, value: [{ recognizer: 'offline' }] })
  expect(wechat.ledger.charges(hashOf(imageOf(1)))).toBe(0)
})

it('when the calls of the day are used up: waits, and tries again once a person says so', async () => {
  const wechat = await startKnowing({ accounts: [{ ...sampleAccount, dailyLimit: 0 }] })
  const { account, reading, held, answers } = openChoice()
  account.change(setUp(wechat))
  const pending = read(reading, imageFile('one'))
  await expect.poll(() => held).toMatchObject([{ kind: 'spent', failure: { code: 45009 } }])
  const bought = wechat.accounts.get(sampleAccount.appId)
  if (bought !== undefined) bought.settings.dailyLimit = 100
  await answers['account:again'](null)
  expect((await pending).ok).toBe(true)
  expect(wechat.ledger.charges(hashOf(imageOf(1)))).toBe(1)
})

it('when the calls of the day are used up: goes on offline where that is set, and notes it', async () => {
  const wechat = await startKnowing({ accounts: [{ ...sampleAccount, dailyLimit: 0 }] })
  const { account, reading, held } = openChoice({
    agreedToSend: true,
    engine: 'wechat-upload',
    whenSpent: 'offline',
  })
  account.change(setUp(wechat))
  expect(await read(reading, imageFile('one'))).toMatchObject({
    ok: true,
    value: [
      {
        recognizer: 'offline',
        fields: { name: { readBy: ['offline'] } },
        missed: { recognizer: 'wechat-upload', failure: { code: 45009 } },
      },
    ],
  })
  expect(held).toEqual([])
})
