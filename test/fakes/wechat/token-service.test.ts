import { expect, test } from 'vitest'
import { z } from 'zod'
import { call, handClock, stableToken, start, upload } from './caller.ts'
import { sampleAccount, sampleService, type FakeWeChat } from './fake-wechat.ts'

const given = z.object({ data: z.object({ access_token: z.string(), expires_in: z.number() }) })

const ask = (fake: FakeWeChat, refused?: string, key = sampleService.key) =>
  call(fake, '/service/token', {
    method: 'GET',
    headers: {
      [sampleService.header]: key,
      ...(refused === undefined ? {} : { [sampleService.refusedHeader]: refused }),
    },
  })

const tokenFrom = async (fake: FakeWeChat, refused?: string): Promise<string> =>
  given.parse((await ask(fake, refused)).fields).data.access_token

test('gives the token that the account has, without asking for its secret', async () => {
  const fake = await start({
    now: handClock().now,
    accounts: [{ ...sampleAccount, ipList: ['203.0.113.7'] }],
  })
  const token = await stableToken(fake)
  fake.callFrom('198.51.100.9')
  expect((await ask(fake)).fields).toEqual({ data: { access_token: token, expires_in: 7200 } })
  expect((await upload(fake, token)).fields['errcode']).toBe(0)
})

test('renews a refused token once, however many desks name it', async () => {
  const fake = await start()
  const refused = await tokenFrom(fake)
  const renewed = await tokenFrom(fake, refused)
  expect(renewed).not.toBe(refused)
  expect(await tokenFrom(fake, refused)).toBe(renewed)
  expect((await upload(fake, refused)).fields['errcode']).toBe(40001)
  expect((await upload(fake, renewed)).fields['errcode']).toBe(0)
})

test('does not let anybody take a token away who only makes one up', async () => {
  const fake = await start()
  const token = await tokenFrom(fake)
  expect(await tokenFrom(fake, 'made-up')).toBe(token)
})

test('knows its desks by their key', async () => {
  const fake = await start()
  expect((await ask(fake, undefined, 'wrong')).status).toBe(401)
  expect(fake.ledger.entries[0]).toMatchObject({ path: '/service/token', answered: 'http 401' })
})

test('is read, not written to', async () => {
  const fake = await start()
  const headers = { [sampleService.header]: sampleService.key }
  expect((await call(fake, '/service/token', { headers })).status).toBe(405)
})
