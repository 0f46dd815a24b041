import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  call,
  card,
  cardHash,
  form,
  formHeaders,
  handClock,
  picture,
  stableToken,
  start,
  type FormPart,
} from './caller.ts'
import { sampleAccount, type FakeWeChat } from './fake-wechat.ts'

const { env } = sampleAccount.cloud
const path = 'license-desk/card.jpg'

const permission = z.object({
  url: z.string(),
  token: z.string(),
  authorization: z.string(),
  file_id: z.string(),
  cos_file_id: z.string(),
})

/** A desk that does every step right, but for what a test changes. */
async function openCloud(options: Parameters<typeof start>[0] = {}) {
  const fake = await start(options)
  const query = { access_token: await stableToken(fake) }
  const post = async (at: string, json: object) =>
    (await call(fake, at, { query, json: { env, ...json } })).fields
  const permit = async () => permission.parse(await post('/tcb/uploadfile', { path }))
  const store = (
    fields: Readonly<Record<string, string>>,
    bytes: Buffer = card,
    parts?: FormPart[],
  ) =>
    call(fake, '/cloud-storage', {
      headers: formHeaders,
      body: form([
        ...Object.entries(fields).map(([name, value]) => ({
          disposition: `name="${name}"`,
          bytes: value,
        })),
        ...(parts ?? [
          { disposition: 'name="file"; filename="card.jpg"', type: 'image/jpeg', bytes },
        ]),
      ]),
    })
  const put = async (bytes = card) => {
    const permitted = await permit()
    await store(fieldsOf(permitted), bytes)
    return permitted.file_id
  }
  const link = async (fileid: string, seconds = 60) => {
    const answer = await post('/tcb/batchdownloadfile', {
      file_list: [{ fileid, max_age: seconds }],
    })
    return z
      .object({ file_list: z.array(z.object({ download_url: z.string(), status: z.number() })) })
      .parse(answer).file_list[0]
  }
  const invoke = async (event: unknown, changed: object = {}) =>
    (
      await call(fake, '/tcb/invokecloudfunction', {
        query: { ...query, env, name: 'driver-license', ...changed },
        json: event,
      })
    ).fields
  const read = async (imgUrl: string) => returned(await invoke({ type: 'photo', imgUrl }))
  return { fake, post, permit, store, put, link, invoke, read }
}

const fieldsOf = (permitted: z.infer<typeof permission>) => ({
  key: path,
  Signature: permitted.authorization,
  'x-cos-security-token': permitted.token,
  'x-cos-meta-fileid': permitted.cos_file_id,
})

const returned = (answer: Readonly<Record<string, unknown>>): unknown =>
  JSON.parse(z.string().parse(answer['resp_data']))

const lastEntry = (fake: FakeWeChat) => fake.ledger.entries.at(-1)

test('the whole way: permission, upload, address, function, deletion', async () => {
  const { fake, post, permit, store, link, invoke } = await openCloud()
  const permitted = await permit()
  expect(permitted.url).toBe(`${fake.url}/cloud-storage`)
  const stored = await store(fieldsOf(permitted))
  expect(stored.status).toBe(204)
  expect(lastEntry(fake)).toMatchObject({ imageHash: cardHash, charged: false, answered: 'ok' })
  const imgUrl = (await link(permitted.file_id))?.download_url
  const answer = await invoke({ type: 'photo', imgUrl })
  expect(answer).toEqual({ errcode: 0, errmsg: 'ok', resp_data: expect.any(String) })
  expect(returned(answer)).toEqual({
    errcode: 0,
    errmsg: 'ok',
    id_num: '110101199003070011',
    name: '张三',
    birthDate: '1990-03-07',
  })
  expect(lastEntry(fake)).toMatchObject({
    account: sampleAccount.appId,
    imageHash: cardHash,
    charged: true,
  })
  expect(fake.files.stored).toEqual([permitted.file_id])
  const gone = await post('/tcb/batchdeletefile', { fileid_list: [permitted.file_id] })
  expect(gone['delete_list']).toEqual([{ fileid: permitted.file_id, status: 0, errmsg: 'ok' }])
  expect(fake.files.stored).toEqual([])
  expect(fake.ledger.charges(cardHash)).toBe(1)
})

test.each([
  ['Signature', 403, 'SignatureDoesNotMatch'],
  ['x-cos-security-token', 403, 'InvalidSecurityToken'],
  ['x-cos-meta-fileid', 403, 'AccessDenied'],
  ['key', 403, 'AccessDenied'],
])('storage refuses another %s with %i %s, in XML', async (field, status, code) => {
  const { fake, permit, store } = await openCloud()
  const answer = await store({ ...fieldsOf(await permit()), [field]: 'other' })
  expect(answer.status).toBe(status)
  expect(answer.type).toBe('application/xml')
  expect(answer.bytes.toString()).toContain(`<Code>${code}</Code>`)
  expect(fake.files.stored).toEqual([])
})

test('storage wants the file at the end, with a name', async () => {
  const { permit, store } = await openCloud()
  const fields = fieldsOf(await permit())
  const file = { disposition: 'name="file"; filename="card.jpg"', bytes: card }
  const late = { disposition: 'name="note"', bytes: 'late' }
  expect((await store(fields, card, [file, late])).status).toBe(400)
  expect((await store(fields, card, [{ ...file, disposition: 'name="file"' }])).status).toBe(400)
  expect((await store(fields, card, [file])).status).toBe(204)
})

test('storage wants a length, and a permission that is not older than a quarter of an hour', async () => {
  const clock = handClock()
  const { fake, permit, store } = await openCloud({ now: clock.now })
  async function* chunked() {
    yield card
  }
  const answer = await call(fake, '/cloud-storage', {
    headers: formHeaders,
    body: Readable.from(chunked()),
  })
  expect(answer.status).toBe(411)
  expect(answer.bytes.toString()).toContain('MissingContentLength')
  const fields = fieldsOf(await permit())
  clock.forward(900_000)
  expect((await store(fields)).bytes.toString()).toContain('Request has expired')
  expect((await call(fake, '/cloud-storage', { method: 'GET' })).status).toBe(405)
})

test('an address of a file that is not there is empty, one that is too old cannot be fetched', async () => {
  const clock = handClock()
  const { put, link, read } = await openCloud({ now: clock.now })
  expect(await link('cloud://nothing')).toEqual({ download_url: '', status: -503003 })
  const fileId = await put()
  const address = (await link(fileId, 60))?.download_url ?? ''
  clock.forward(59_999)
  expect(await read(address)).toMatchObject({ errcode: 0 })
  clock.forward(1)
  expect(await read(address)).toMatchObject({ errCode: 101000 })
})

test('a deleted file cannot be read or deleted again', async () => {
  const { fake, post, put, link, read } = await openCloud()
  const fileid = await put()
  const address = (await link(fileid))?.download_url ?? ''
  await post('/tcb/batchdeletefile', { fileid_list: [fileid] })
  expect(await read(address)).toMatchObject({ errCode: 101000 })
  const again = await post('/tcb/batchdeletefile', { fileid_list: [fileid] })
  expect(again['delete_list']).toMatchObject([{ status: -503003 }])
  expect(fake.ledger.charges(cardHash)).toBe(0)
})

test("a function's own refusals come inside, in camel case", async () => {
  const { fake, put, link, read, invoke } = await openCloud()
  const other = (await link(await put(picture('no license'))))?.download_url ?? ''
  expect(await read(other)).toEqual({
    errCode: 101001,
    errMsg: expect.stringMatching(/^openapi\.ocr\.driverLicense:fail .+ rid: /),
  })
  expect(lastEntry(fake)).toMatchObject({ charged: true, answered: 'errcode 101001' })
  expect(returned(await invoke({ type: 'scan', imgUrl: other }))).toMatchObject({ errCode: 40097 })
  expect(lastEntry(fake)).toMatchObject({ charged: false })
})

test.each([
  [{ cloud: { env, functions: { 'driver-license': false } } }, -604101],
  [{ granted: false }, 48001],
  [{ minuteLimit: 0 }, 45011],
  [{ dailyLimit: 0 }, 45009],
  [{ dailyLimit: 0, marketQuota: 0 }, 101003],
])('with %o a function answers %i', async (settings, errCode) => {
  const { fake, put, link, read } = await openCloud({
    accounts: [{ ...sampleAccount, ...settings }],
  })
  expect(await read((await link(await put()))?.download_url ?? '')).toMatchObject({ errCode })
  expect(fake.ledger.charges(cardHash)).toBe(0)
})

test.each([
  [{ env: 'other-env' }, -501005],
  [{ env: '' }, 40097],
  [{ name: 'other' }, -501000],
  [{ name: '' }, 40097],
  [{ access_token: '' }, 41001],
])('a function called with %o is refused outside with %i', async (changed, errcode) => {
  const { invoke } = await openCloud()
  expect((await invoke({ type: 'photo', imgUrl: 'x' }, changed))['errcode']).toBe(errcode)
})

test.each([
  ['/tcb/uploadfile', { path: '' }, 40097],
  ['/tcb/uploadfile', { path: '/card.jpg' }, 40097],
  ['/tcb/uploadfile', { path, env: 'other-env' }, -501005],
  ['/tcb/batchdownloadfile', { file_list: [] }, 47001],
  ['/tcb/batchdownloadfile', { file_list: [{ fileid: 'cloud://a' }] }, 47001],
  ['/tcb/batchdeletefile', { fileid_list: [] }, 47001],
])('%s refuses %o with %i', async (at, json, errcode) => {
  const { post } = await openCloud()
  expect((await post(at, json))['errcode']).toBe(errcode)
})

test('a function without an event is 44002', async () => {
  const { invoke } = await openCloud()
  expect((await invoke(undefined))['errcode']).toBe(44002)
})
