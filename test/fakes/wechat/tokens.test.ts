import { expect, test } from 'vitest'
import {
  askClassic,
  askStable,
  call,
  classicToken,
  handClock,
  stableToken,
  start,
  upload,
} from './caller.ts'
import { sampleAccount } from './fake-wechat.ts'

const errcode = async (answer: ReturnType<typeof upload>) => (await answer).fields['errcode']
const minutes = 60_000

test('a token is long, lasts two hours, and then has expired', async () => {
  const clock = handClock()
  const fake = await start({ now: clock.now })
  const answer = await askStable(fake)
  expect(answer.type).toBe('application/json; encoding=utf-8')
  expect(answer.fields).toEqual({ access_token: expect.any(String), expires_in: 7200 })
  const token = String(answer.fields['access_token'])
  expect(token).toHaveLength(512)
  clock.forward(120 * minutes - 1)
  expect(await errcode(upload(fake, token))).toBe(0)
  clock.forward(1)
  expect(await errcode(upload(fake, token))).toBe(42001)
})

test('asked again, the classic way gives another token and the old one dies in 5 minutes', async () => {
  const clock = handClock()
  const fake = await start({ now: clock.now })
  const old = await classicToken(fake)
  const young = await classicToken(fake)
  expect(young).not.toBe(old)
  clock.forward(5 * minutes - 1)
  expect(await errcode(upload(fake, old))).toBe(0)
  clock.forward(1)
  expect(await errcode(upload(fake, old))).toBe(40001)
  expect(await errcode(upload(fake, young))).toBe(0)
})

test('the stable way gives the same token with what remains of it', async () => {
  const clock = handClock()
  const fake = await start({ now: clock.now })
  const token = await stableToken(fake)
  clock.forward(6_855_000)
  expect((await askStable(fake)).fields).toEqual({ access_token: token, expires_in: 345 })
})

test('in the last 5 minutes of a stable token there is a new one, and both are good', async () => {
  const clock = handClock()
  const fake = await start({ now: clock.now })
  const old = await stableToken(fake)
  clock.forward(115 * minutes)
  const { fields } = await askStable(fake)
  expect(fields['access_token']).not.toBe(old)
  expect(fields['expires_in']).toBe(7200)
  expect(await errcode(upload(fake, old))).toBe(0)
  clock.forward(5 * minutes)
  expect(await errcode(upload(fake, old))).toBe(40001)
})

test('stable and classic tokens leave each other alone', async () => {
  const clock = handClock()
  const fake = await start({ now: clock.now })
  const token = await stableToken(fake)
  await classicToken(fake)
  clock.forward(6 * minutes)
  expect(await stableToken(fake)).toBe(token)
  expect(await errcode(upload(fake, token))).toBe(0)
})

test('a forced token kills the one before at once, not within 30 seconds, 20 times a day', async () => {
  const clock = handClock()
  const fake = await start({ now: clock.now })
  const before = await stableToken(fake)
  const force = async () => (await askStable(fake, { force_refresh: true })).fields
  const forced = (await force())['access_token']
  expect(forced).not.toBe(before)
  expect(await errcode(upload(fake, before))).toBe(40001)
  clock.forward(29_999)
  expect((await force())['access_token']).toBe(forced)
  for (let time = 2; time <= 20; time++) {
    clock.forward(30_000)
    expect(await force()).toHaveProperty('access_token')
  }
  clock.forward(30_000)
  expect((await force())['errcode']).toBe(45009)
  clock.forward(24 * 60 * minutes)
  expect(await force()).toHaveProperty('access_token')
})

test('a classic token may be asked for 2,000 times a day', async () => {
  const fake = await start({ now: handClock().now })
  for (let time = 1; time <= 2_000; time++) await askClassic(fake)
  expect(await errcode(askClassic(fake))).toBe(45009)
})

const other = { ...sampleAccount, appId: 'wx00000000000000ff', appSecret: 'f'.repeat(32) }

test.each([
  [{ grant_type: 'password' }, 40002],
  [{ appid: '' }, 41002],
  [{ secret: '' }, 41004],
  [{ appid: 'wxffffffffffffffff' }, 40013],
  [{ secret: 'nonsense' }, 40125],
  [{ secret: other.appSecret }, 40001],
])('%o is refused with %i, both ways', async (changed, code) => {
  const fake = await start({ accounts: [sampleAccount, other] })
  expect(await errcode(askStable(fake, changed))).toBe(code)
  expect(await errcode(askClassic(fake, changed))).toBe(code)
})

test('an address that is not on the list is named', async () => {
  const fake = await start({ accounts: [{ ...sampleAccount, ipList: ['198.51.100.4'] }] })
  const { fields } = await askStable(fake)
  expect(fields['errcode']).toBe(40164)
  expect(fields['errmsg']).toMatch(
    /^invalid ip 203\.0\.113\.7 ipv6 ::ffff:203\.0\.113\.7, not in whitelist rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/,
  )
  expect(await errcode(askClassic(fake))).toBe(40164)
  fake.callFrom('198.51.100.4')
  expect((await askStable(fake)).fields).toHaveProperty('access_token')
})

test('wrong methods and bodies are refused', async () => {
  const fake = await start()
  expect(await errcode(call(fake, '/cgi-bin/token'))).toBe(43001)
  expect(await errcode(call(fake, '/cgi-bin/stable_token', { method: 'GET' }))).toBe(43002)
  expect(await errcode(call(fake, '/cgi-bin/stable_token'))).toBe(44002)
  expect(await errcode(call(fake, '/cgi-bin/stable_token', { body: 'appid=1' }))).toBe(47001)
  expect(await errcode(call(fake, '/cgi-bin/nothing'))).toBe(40066)
})

test('the ledger names the account that a token was asked for, never its secret or token', async () => {
  const fake = await start()
  const token = await stableToken(fake)
  await upload(fake, token)
  expect(fake.ledger.entries[0]).toEqual({
    path: '/cgi-bin/stable_token',
    account: sampleAccount.appId,
    imageHash: '',
    charged: false,
    answered: 'ok',
  })
  const written = JSON.stringify(fake.ledger.entries)
  expect(written).not.toContain(token)
  expect(written).not.toContain(sampleAccount.appSecret)
})
