import { Readable } from 'node:stream'
import { request } from 'undici'
import { expect, test } from 'vitest'
import {
  askStable,
  call,
  card,
  cardHash,
  form,
  formHeaders,
  recognition,
  stableToken,
  start,
  upload,
} from './caller.ts'
import type { FakeWeChat } from './fake-wechat.ts'
import type { Fault } from './faults.ts'

const good = { errcode: 0, errmsg: 'ok', name: '张三' }

async function uploadWith(fault: Fault) {
  const fake = await start()
  const token = await stableToken(fake)
  fake.faults.add({ at: recognition, fault })
  return { fake, token }
}

/** The answer itself, whose body may never end. */
const open = (fake: FakeWeChat, token: string) =>
  request(`${fake.url}${recognition}?access_token=${token}`, {
    method: 'POST',
    headers: formHeaders,
    body: form([{ disposition: 'name="img"; filename="a.jpg"', type: 'image/jpeg', bytes: card }]),
  })

test.each<[Fault, number]>([
  [{ kind: 'reset-before-read' }, 0],
  [{ kind: 'reset-after-upload' }, 1],
])('%o: the connection is reset, charged %i', async (fault, charges) => {
  const { fake, token } = await uploadWith(fault)
  await expect(upload(fake, token)).rejects.toThrow(/reset|other side closed/i)
  expect(fake.ledger.entries.at(-1)?.answered).toBe(`fault ${fault.kind}`)
  expect(fake.ledger.charges(cardHash)).toBe(charges)
  expect((await upload(fake, token)).fields).toMatchObject(good)
})

test.each<[Fault, number, number]>([
  [{ kind: 'html', status: 200 }, 200, 0],
  [{ kind: 'html', status: 502 }, 502, 1],
  [{ kind: 'status', status: 429 }, 429, 0],
  [{ kind: 'status', status: 503 }, 503, 1],
  [{ kind: 'redirect', to: 'https://login.example/' }, 302, 0],
])('%o: status %i and no JSON, charged %i', async (fault, status, charges) => {
  const { fake, token } = await uploadWith(fault)
  const answer = await upload(fake, token)
  expect(answer.status).toBe(status)
  expect(answer.fields).toEqual({})
  expect(fake.ledger.charges(cardHash)).toBe(charges)
  expect(fake.ledger.entries.at(-1)).toMatchObject({
    answered: `fault ${fault.kind}`,
    imageHash: cardHash,
  })
})

test('html is a page; a redirect says where to', async () => {
  const { fake, token } = await uploadWith({ kind: 'html', status: 200 })
  expect((await upload(fake, token)).type).toContain('text/html')
  fake.faults.add({ at: recognition, fault: { kind: 'redirect', to: 'https://login.example/' } })
  const answer = await open(fake, token)
  await answer.body.dump()
  expect(answer.headers['location']).toBe('https://login.example/')
})

test('truncated: half of the JSON in a sound answer, charged', async () => {
  const { fake, token } = await uploadWith({ kind: 'truncated' })
  const answer = await upload(fake, token)
  expect(answer.status).toBe(200)
  expect(answer.bytes.toString()).toMatch(/^\{"errcode":0/)
  expect(answer.fields).toEqual({})
  expect(fake.ledger.charges(cardHash)).toBe(1)
})

test('gzip bomb: a small body that swells, unasked', async () => {
  const { fake, token } = await uploadWith({ kind: 'gzip-bomb' })
  const answer = await open(fake, token)
  expect(answer.headers['content-encoding']).toBe('gzip')
  expect(Number(answer.headers['content-length'])).toBeLessThan(100_000)
  const swollen = new Response(await answer.body.arrayBuffer()).body?.pipeThrough(
    new DecompressionStream('gzip'),
  )
  expect((await new Response(swollen).arrayBuffer()).byteLength).toBeGreaterThan(32 * 1024 * 1024)
  expect(fake.ledger.charges(cardHash)).toBe(1)
})

test('endless: goes on until the caller leaves', async () => {
  const { fake, token } = await uploadWith({ kind: 'endless' })
  const answer = await open(fake, token)
  let received = 0
  for await (const chunk of answer.body) {
    received += Buffer.from(chunk).length
    if (received > 4_000_000) break
  }
  expect(received).toBeGreaterThan(4_000_000)
  expect(fake.ledger.charges(cardHash)).toBe(1)
})

test('delay: charged before the answer comes', async () => {
  const { fake, token } = await uploadWith({ kind: 'delay', ms: 3_600_000 })
  const left = new AbortController()
  const waiting = request(`${fake.url}${recognition}?access_token=${token}`, {
    method: 'POST',
    headers: formHeaders,
    body: form([{ disposition: 'name="img"; filename="a.jpg"', type: 'image/jpeg', bytes: card }]),
    signal: left.signal,
  })
  await expect.poll(() => fake.ledger.charges(cardHash)).toBe(1)
  left.abort()
  await expect(waiting).rejects.toThrow('abort')
})

test('delay and drip come to a good end', async () => {
  const { fake, token } = await uploadWith({ kind: 'delay', ms: 20 })
  const before = performance.now()
  expect((await upload(fake, token)).fields).toMatchObject(good)
  expect(performance.now() - before).toBeGreaterThanOrEqual(19)
  fake.faults.add({ at: recognition, fault: { kind: 'drip', bytesPerChunk: 20, ms: 2 } })
  const answer = await open(fake, token)
  const chunks = []
  for await (const chunk of answer.body) chunks.push(chunk)
  expect(chunks.length).toBeGreaterThan(2)
  expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject(good)
})

test('an error code that says nothing was read is not charged; one that says so is', async () => {
  const { fake, token } = await uploadWith({ kind: 'errcode', errcode: -1, errmsg: 'system error' })
  const busy = (await upload(fake, token)).fields
  expect(busy).toEqual({ errcode: -1, errmsg: expect.stringMatching(/^system error rid: /) })
  expect(fake.ledger.charges(cardHash)).toBe(0)
  fake.faults.add({
    at: recognition,
    fault: { kind: 'errcode', errcode: 101001, errmsg: 'certificate not found' },
  })
  expect((await upload(fake, token)).fields['errcode']).toBe(101001)
  expect(fake.ledger.charges(cardHash)).toBe(1)
})

test('text/plain, and control characters inside strings', async () => {
  const { fake, token } = await uploadWith({ kind: 'text-plain' })
  const answer = await upload(fake, token)
  expect(answer.type).toBe('text/plain')
  expect(answer.fields).toMatchObject(good)
  fake.faults.add({ at: recognition, fault: { kind: 'control-characters' } })
  const text = (await upload(fake, token)).bytes.toString()
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
  // oxlint-disable-next-line no-control-regex
  expect(JSON.parse(text.replaceAll(/[\u0000-\u001f]/g, ''))).toMatchObject(good)
})

test('a token revoked in mid-batch takes the other desk with it', async () => {
  const { fake, token } = await uploadWith({ kind: 'revoke-token' })
  expect((await upload(fake, token)).fields['errcode']).toBe(40001)
  expect((await upload(fake, token)).fields['errcode']).toBe(40001)
})

test('faults come in order, by number, at their own path, each once', async () => {
  const fake = await start()
  const code = (errcode: number): Fault => ({ kind: 'errcode', errcode, errmsg: 'as told' })
  fake.faults.add(
    { at: '/cgi-bin/stable_token', nth: 3, fault: code(3) },
    { at: '/cgi-bin/token', fault: code(9) },
    { at: '/cgi-bin/stable_token', fault: code(1) },
    { at: '/cgi-bin/stable_token', fault: code(2) },
  )
  const codes = []
  for (let time = 1; time <= 4; time++) codes.push((await askStable(fake)).fields['errcode'])
  expect(codes).toEqual([1, 2, 3, undefined])
  fake.faults.clear()
  expect((await call(fake, '/cgi-bin/token', { method: 'GET' })).fields['errcode']).toBe(40002)
  expect(() => fake.faults.add({ at: '/cgi-bin/tokens', fault: code(1) })).toThrow('no such path')
})

test('a caller who leaves in the middle of an upload is noted, not charged', async () => {
  const fake = await start()
  const token = await stableToken(fake)
  const left = new AbortController()
  async function* slow() {
    yield card
    left.abort()
    await new Promise(() => {})
  }
  const leaving = request(`${fake.url}${recognition}?access_token=${token}`, {
    method: 'POST',
    headers: { ...formHeaders, 'content-length': '100000' },
    body: Readable.from(slow()),
    signal: left.signal,
  })
  await expect(leaving).rejects.toThrow('abort')
  await expect.poll(() => fake.ledger.entries.at(-1)?.answered).toBe('aborted')
  expect(fake.ledger.charges(cardHash)).toBe(0)
})

test('every answer takes as long as was asked for', async () => {
  const fake = await start({ latency: 30 })
  const before = performance.now()
  await askStable(fake)
  expect(performance.now() - before).toBeGreaterThanOrEqual(29)
})

test('it closes while answers are still out', async () => {
  const { fake, token } = await uploadWith({ kind: 'delay', ms: 3_600_000 })
  const waiting = upload(fake, token).catch((error: unknown) => error)
  await expect.poll(() => fake.ledger.charges(cardHash)).toBe(1)
  await fake.close()
  expect(await waiting).toBeInstanceOf(Error)
})
