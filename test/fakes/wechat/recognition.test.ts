import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import {
  call,
  card,
  cardFields,
  cardHash,
  form,
  formHeaders,
  handClock,
  picture,
  recognition,
  stableToken,
  start,
  upload,
  type FormPart,
} from './caller.ts'
import { sampleAccount, type FakeWeChat } from './fake-wechat.ts'
import { hashOf } from './recognition.ts'

const limit = 2_097_152
const lastEntry = (fake: FakeWeChat) => fake.ledger.entries.at(-1)

test('an upload is read and charged once each', async () => {
  const fake = await start()
  const token = await stableToken(fake)
  expect((await upload(fake, token)).fields).toEqual({ errcode: 0, errmsg: 'ok', ...cardFields })
  await upload(fake, token)
  expect(lastEntry(fake)).toEqual({
    path: recognition,
    account: sampleAccount.appId,
    imageHash: cardHash,
    charged: true,
    answered: 'ok',
  })
  expect(fake.ledger.charges(cardHash)).toBe(2)
})

test('a body without its length is 412, nothing is charged', async () => {
  const fake = await start()
  const token = await stableToken(fake)
  async function* chunked() {
    yield form([{ disposition: 'name="img"; filename="a.jpg"', type: 'image/jpeg', bytes: card }])
  }
  const answer = await call(fake, recognition, {
    query: { access_token: token },
    headers: formHeaders,
    body: Readable.from(chunked()),
  })
  expect(answer.status).toBe(412)
  expect(lastEntry(fake)).toMatchObject({
    answered: 'http 412',
    charged: false,
    account: sampleAccount.appId,
  })
})

const partRules: [string, Partial<FormPart>, number][] = [
  ['another name', { disposition: 'name="media"; filename="a.jpg"' }, 41005],
  ['no file name', { disposition: 'name="img"' }, 41005],
  ['an empty file name', { disposition: 'name="img"; filename=""' }, 41005],
  ['a Chinese file name', { disposition: 'name="img"; filename="驾驶证.jpg"' }, 41005],
  ['another type', { type: 'application/octet-stream' }, 40137],
  ['nothing in it', { bytes: '' }, 44001],
  ['2 MB', { bytes: Buffer.alloc(limit) }, 40006],
]

test.each(partRules)('a part with %s is refused and not charged', async (_, part, errcode) => {
  const fake = await start()
  const answer = await upload(fake, await stableToken(fake), card, part)
  expect(answer.fields['errcode']).toBe(errcode)
  expect(answer.fields['errmsg']).toMatch(/ rid: /)
  expect(lastEntry(fake)).toMatchObject({ charged: false, answered: `errcode ${errcode}` })
})

test.each([
  ['a quoted boundary', { 'content-type': 'multipart/form-data; boundary="wall"' }],
  ['another boundary', { 'content-type': 'multipart/form-data; boundary=fence' }],
  ['no boundary', { 'content-type': 'multipart/form-data' }],
  ['no type', {}],
])('%s is 41005', async (_, headers) => {
  const fake = await start()
  const answer = await call(fake, recognition, {
    query: { access_token: await stableToken(fake) },
    headers,
    body: form([{ disposition: 'name="img"; filename="a.jpg"', type: 'image/jpeg', bytes: card }]),
  })
  expect(answer.fields['errcode']).toBe(41005)
})

test.each([
  ['no type', [{ disposition: 'name="img"; filename="a.jpg"', bytes: card }]],
  [
    'a twin',
    [1, 2].map(() => ({
      disposition: 'name="img"; filename="a.jpg"',
      type: 'image/jpeg',
      bytes: card,
    })),
  ],
  [
    'an address instead',
    [{ disposition: 'name="img_url"', bytes: 'https://photos.example/1.jpg' }],
  ],
])('a form with %s is 41005', async (_, parts: readonly FormPart[]) => {
  const fake = await start()
  const answer = await call(fake, recognition, {
    query: { access_token: await stableToken(fake) },
    headers: formHeaders,
    body: form(parts),
  })
  expect(answer.fields['errcode']).toBe(41005)
})

test('an address in a form that is not multipart, or in JSON, is 41005 too', async () => {
  const fake = await start()
  const query = { access_token: await stableToken(fake) }
  const address = 'https://photos.example/1.jpg'
  const asForm = { body: `img_url=${encodeURIComponent(address)}` }
  expect((await call(fake, recognition, { query, ...asForm })).fields['errcode']).toBe(41005)
  const asJson = { json: { img_url: address } }
  expect((await call(fake, recognition, { query, ...asJson })).fields['errcode']).toBe(41005)
})

test('one byte less than 2 MB is looked at; what is no license or no picture is charged all the same', async () => {
  const fake = await start()
  const token = await stableToken(fake)
  const large = Buffer.concat([picture(''), Buffer.alloc(limit - 1 - 4)])
  expect((await upload(fake, token, large)).fields['errcode']).toBe(101001)
  expect(fake.ledger.charges(hashOf(large))).toBe(1)
  const text = Buffer.from('no picture')
  expect((await upload(fake, token, text)).fields['errcode']).toBe(101002)
  expect(fake.ledger.charges(hashOf(text))).toBe(1)
})

test('tokens that are missing, made up or taken back are refused unread', async () => {
  const fake = await start()
  expect((await call(fake, recognition)).fields['errcode']).toBe(41001)
  expect((await upload(fake, 'made-up')).fields['errcode']).toBe(40014)
  expect(lastEntry(fake)).toMatchObject({ account: '', imageHash: cardHash, charged: false })
  fake.faults.add({ at: recognition, fault: { kind: 'revoke-token' } })
  const token = await stableToken(fake)
  expect((await upload(fake, token)).fields['errcode']).toBe(40001)
  expect(await stableToken(fake)).not.toBe(token)
  expect(fake.ledger.charges(cardHash)).toBe(0)
})

test('GET is refused', async () => {
  const fake = await start()
  expect((await call(fake, recognition, { method: 'GET' })).fields['errcode']).toBe(43002)
})

test('an account without the permission is 48001', async () => {
  const fake = await start({ accounts: [{ ...sampleAccount, granted: false }] })
  expect((await upload(fake, await stableToken(fake))).fields['errcode']).toBe(48001)
})

test('the 101st call of a day in China is 45009, and quota/get says so', async () => {
  const clock = handClock()
  const fake = await start({ now: clock.now })
  const token = await stableToken(fake)
  const ask = async (path: string) =>
    (
      await call(fake, '/cgi-bin/openapi/quota/get', {
        query: { access_token: await stableToken(fake) },
        json: { cgi_path: path },
      })
    ).fields
  for (let time = 1; time <= 100; time++) await upload(fake, token)
  expect((await upload(fake, token)).fields['errcode']).toBe(45009)
  expect(lastEntry(fake)).toMatchObject({ charged: false })
  expect(await ask(recognition)).toEqual({
    errcode: 0,
    errmsg: 'ok',
    quota: { daily_limit: 100, used: 100, remain: 0 },
  })
  expect((await ask('/cv/ocr/idcard'))['errcode']).toBe(76021)
  clock.forward(14 * 3_600_000 - 1)
  expect((await upload(fake, await stableToken(fake))).fields['errcode']).toBe(45009)
  clock.forward(1)
  expect((await upload(fake, await stableToken(fake))).fields['errcode']).toBe(0)
})

test('a bought pack is spent after the free calls, then 101003', async () => {
  const fake = await start({ accounts: [{ ...sampleAccount, dailyLimit: 1, marketQuota: 1 }] })
  const token = await stableToken(fake)
  const codes = []
  for (let time = 1; time <= 3; time++) codes.push((await upload(fake, token)).fields['errcode'])
  expect(codes).toEqual([0, 0, 101003])
  expect(fake.ledger.charges(cardHash)).toBe(2)
})

test('the limit of a minute is 45011 until the next one', async () => {
  const clock = handClock()
  const fake = await start({
    now: clock.now,
    accounts: [{ ...sampleAccount, minuteLimit: 1 }],
  })
  const token = await stableToken(fake)
  await upload(fake, token)
  expect((await upload(fake, token)).fields['errcode']).toBe(45011)
  clock.forward(60_000)
  expect((await upload(fake, token)).fields['errcode']).toBe(0)
  expect(fake.ledger.charges(cardHash)).toBe(2)
})

test('WeChat fetches an image by its address, from loopback addresses that were named only', async () => {
  const asked: string[] = []
  const album = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/card.jpg') response.end(card)
    else response.writeHead(302, { location: '/card.jpg' }).end()
  })
  await new Promise<void>((resolve) => album.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void album.close())
  const found = album.address()
  const port = found !== null && typeof found === 'object' ? found.port : 0

  const fake = await start()
  const token = await stableToken(fake)
  const read = async (address: string) =>
    (await call(fake, recognition, { query: { access_token: token, img_url: address } })).fields
  const address = 'https://photos.example/1.jpg?size=full&page=2'
  expect((await read(address))['errcode']).toBe(101000)
  expect((await read(`http://127.0.0.1:${port}/card.jpg`))['errcode']).toBe(101000)
  expect(asked).toEqual([])
  fake.published.publish(address, `http://127.0.0.1:${port}/card.jpg`)
  expect(await read(address)).toMatchObject({ errcode: 0, name: '张三' })
  expect(lastEntry(fake)).toMatchObject({ imageHash: cardHash, charged: true })
  fake.published.publish('https://photos.example/moved', `http://127.0.0.1:${port}/moved`)
  expect((await read('https://photos.example/moved'))['errcode']).toBe(101000)
  const unescaped = await call(fake, `${recognition}?access_token=${token}&img_url=${address}&`)
  expect(unescaped.fields['errcode']).toBe(101000)
  expect(() => fake.published.publish(address, 'https://photos.example/1.jpg')).toThrow('loopback')
  expect(fake.ledger.charges(cardHash)).toBe(1)
})
