import { describe, expect, it } from 'vitest'
import { createCloudRecognizer } from '../../../../electron/recognizers/wechat/cloud/cloud.ts'
import { storageAddress } from '../../../../electron/recognizers/wechat/cloud/storage-address.ts'
import type { Transport } from '../../../../electron/recognizers/wechat/transport.ts'
import { sampleAccount } from '../../../fakes/wechat/fake-wechat.ts'
import type { Fault } from '../../../fakes/wechat/faults.ts'
import {
  askedFor,
  fields,
  hashOf,
  imageOf,
  type Line,
  never,
  openLine,
  sourceOf,
  startKnowing,
} from './line.ts'
import { serveWith } from './server.ts'
import { unheard } from '../../../fakes/fake-recognizer.ts'

const invokePath = '/tcb/invokecloudfunction'
const leftBehind: string[] = []

const recognizerOn = (
  { parts }: Line,
  functionName = 'driver-license',
  env = sampleAccount.cloud.env,
) =>
  createCloudRecognizer({
    ...parts,
    env,
    functionName,
    onLeftBehind: (fileId) => leftBehind.push(fileId),
  })

const read = async (line: Line, signal = never) => {
  const result = await recognizerOn(line).recognize(sourceOf(1), signal, unheard)
  return result.ok ? result.value[0] : result.error
}

/** Changes what the answer of one path says. */
const saying =
  (path: string, changed: object) =>
  (transport: Transport): Transport => ({
    ...transport,
    async send(request, signal) {
      const outcome = await transport.send(request, signal)
      if (request.url.pathname !== path || outcome.kind !== 'answered') return outcome
      const said: unknown = JSON.parse(outcome.body.toString('utf8'))
      return { ...outcome, body: Buffer.from(JSON.stringify(Object.assign({}, said, changed))) }
    },
  })

const charges = ({ wechat }: Line): number => wechat.ledger.charges(hashOf(imageOf(1)))

describe('recognizing in the cloud', () => {
  it('stores the image, has it read and deletes it', async () => {
    const line = await openLine()
    expect(await read(line)).toMatchObject({
      fields: { name: { value: fields.name }, car_class: { value: 'A1A2' } },
    })
    expect(charges(line)).toBe(1)
    expect(line.wechat.files.stored).toEqual([])
    expect(line.wechat.ledger.entries.map(({ path }) => path)).toEqual([
      '/cgi-bin/stable_token',
      '/tcb/uploadfile',
      '/cloud-storage',
      '/tcb/batchdownloadfile',
      invokePath,
      '/tcb/batchdeletefile',
    ])
  })

  it.each<[string, string, Fault]>([
    ['the permission', '/tcb/uploadfile', { kind: 'status', status: 500 }],
    ['the storage', '/cloud-storage', { kind: 'reset-after-upload' }],
    ['the address', '/tcb/batchdownloadfile', { kind: 'truncated' }],
    ['the deletion', '/tcb/batchdeletefile', { kind: 'reset-before-read' }],
  ])('tries again what costs nothing: %s', async (_, at, fault) => {
    const line = await openLine()
    line.wechat.faults.add({ at, fault })
    expect(await read(line)).toHaveProperty('fields')
    expect(line.waits).toEqual([1_000])
    expect(charges(line)).toBe(1)
    expect(line.wechat.files.stored).toEqual([])
  })

  it('does not know its outcome when the answer is lost, calls no second time and still deletes', async () => {
    const line = await openLine()
    line.wechat.faults.add({ at: invokePath, fault: { kind: 'reset-after-upload' } })
    expect(await read(line)).toMatchObject({ kind: 'outcome-unknown' })
    expect(charges(line)).toBe(1)
    expect(line.wechat.files.stored).toEqual([])
  })

  it.each([
    [-504002, 'outcome-unknown'],
    [-501000, 'unknown-refusal'],
    [-604101, 'cloud-permission-missing'],
  ])('knows from %i whether the function may have run: %s', async (errcode, kind) => {
    const line = await openLine()
    line.wechat.faults.add({
      at: invokePath,
      fault: { kind: 'errcode', errcode, errmsg: 'words' },
    })
    expect(await read(line)).toMatchObject({ kind, code: errcode })
    expect(charges(line)).toBe(0)
  })

  it('does not trust the -1 of a function: its own call may have been read', async () => {
    const said = {
      errcode: 0,
      resp_data: JSON.stringify({ errCode: -1, errMsg: 'socket hang up' }),
    }
    let invoked = 0
    const line = await openLine({
      way: (transport) => ({
        ...transport,
        async send(request, signal) {
          const outcome = await transport.send(request, signal)
          if (request.url.pathname !== invokePath) return outcome
          invoked += 1
          return { kind: 'answered', status: 200, body: Buffer.from(JSON.stringify(said)) }
        },
      }),
    })
    expect(await read(line)).toMatchObject({ kind: 'outcome-unknown', code: -1 })
    expect(invoked).toBe(1)
  })

  it('deletes the images that follow one whose deletion was refused', async () => {
    const line = await openLine()
    line.wechat.faults.add({
      at: '/tcb/batchdeletefile',
      fault: { kind: 'errcode', errcode: 40164, errmsg: 'not in whitelist' },
    })
    const recognizer = recognizerOn(line)
    leftBehind.length = 0
    for (const number of [1, 2, 3]) await recognizer.recognize(sourceOf(number), never, unheard)
    expect(leftBehind).toHaveLength(1)
    expect(line.wechat.files.stored).toHaveLength(1)
  })

  it('says what the function itself was refused', async () => {
    const wechat = await startKnowing({
      accounts: [{ ...sampleAccount, dailyLimit: 0, marketQuota: 0 }],
    })
    const line = await openLine({ wechat })
    expect(await read(line)).toMatchObject({
      kind: 'market-quota',
      code: 101003,
      rid: expect.stringMatching(/-/),
    })
    expect(wechat.files.stored).toEqual([])
  })

  it('says when function or environment are not there', async () => {
    const line = await openLine()
    expect(await recognizerOn(line, 'other').recognize(sourceOf(1), never, unheard)).toMatchObject({
      error: { kind: 'unknown-refusal', code: -501000 },
    })
    expect(
      await recognizerOn(line, 'x', 'nowhere').recognize(sourceOf(1), never, unheard),
    ).toMatchObject({
      error: { kind: 'unknown-refusal' },
    })
    expect(line.wechat.files.stored).toEqual([])
  })

  it('deletes the image when it was cancelled', async () => {
    const line = await openLine()
    const abort = new AbortController()
    line.wechat.faults.add({ at: '/tcb/batchdownloadfile', fault: { kind: 'delay', ms: 600_000 } })
    const pending = read(line, abort.signal)
    await expect.poll(() => line.wechat.files.stored.length).toBe(1)
    abort.abort()
    expect(await pending).toMatchObject({ kind: 'cancelled' })
    expect(line.wechat.files.stored).toEqual([])
    expect(charges(line)).toBe(0)
  })

  it('lets no image leave when all calls were ended while it stood in line', async () => {
    let close = (): void => {}
    const line = await openLine({
      way: (transport) => ({
        ...transport,
        async send(request, signal) {
          if (request.url.pathname === '/cloud-storage') close()
          return transport.send(request, signal)
        },
      }),
    })
    close = () => line.parts.gate.close()
    expect(await read(line)).toMatchObject({ kind: 'cancelled' })
    expect(askedFor(line.wechat, '/cloud-storage')).toBe(0)
    expect(line.wechat.files.stored).toEqual([])
  })

  it.each(['http://127.0.0.1:PORT/', 'http://localhost:PORT/', 'https://127.0.0.1:PORT/'])(
    'posts no image to %s, whatever the answer says',
    async (named) => {
      let posted = 0
      const other = await serveWith((_, response) => {
        posted += 1
        response.end()
      })
      const line = await openLine({
        way: saying('/tcb/uploadfile', { url: named.replace('PORT', other.port) }),
      })
      expect(await read(line)).toMatchObject({ kind: 'cloud-storage-refused' })
      expect(posted).toBe(0)
      expect(charges(line)).toBe(0)
    },
  )

  it('has no image read at a link that is not of the storage', async () => {
    const link = { download_url: 'https://storage.example/1.jpg' }
    const line = await openLine({ way: saying('/tcb/batchdownloadfile', { file_list: [link] }) })
    expect(await read(line)).toMatchObject({ kind: 'cloud-storage-refused' })
    expect(askedFor(line.wechat, invokePath)).toBe(0)
    expect(line.wechat.files.stored).toEqual([])
  })

  it('tells when the image stays behind', async () => {
    const line = await openLine()
    const fault = { kind: 'errcode', errcode: 40097, errmsg: 'invalid args' } as const
    line.wechat.faults.add({ at: '/tcb/batchdeletefile', fault })
    leftBehind.length = 0
    expect(await read(line)).toHaveProperty('fields')
    expect(leftBehind).toEqual(line.wechat.files.stored)
    expect(leftBehind).toHaveLength(1)
  })
})

describe('an address of cloud storage', () => {
  const base = new URL('https://api.weixin.qq.com')

  it.each([
    'https://cos.ap-shanghai.myqcloud.com/7465-license-desk-1250000000/a.jpg',
    'https://7465-license-desk-1250000000.cos.ap-shanghai.myqcloud.com/',
    'https://7465-license-desk-1250000000.cos.ap-shanghai.tencentcos.cn/',
    'https://7465-license-desk-1250000000.tcb.qcloud.la/a.jpg?sign=1',
  ])('is %s', (text) => {
    expect(storageAddress(text, base)?.href).toBe(text)
  })

  it.each([
    'http://cos.ap-shanghai.myqcloud.com/',
    'https://cos.ap-shanghai.myqcloud.com:8443/',
    'https://user@cos.ap-shanghai.myqcloud.com/',
    'https://cos.ap-shanghai.myqcloud.com.example/',
    'https://evil-myqcloud.com/',
    'https://example.com/?cos.ap-shanghai.myqcloud.com',
    'http://127.0.0.1/',
    'http://[::1]/',
    'https://192.168.1.1/',
    'file:///etc/passwd',
    '//cos.ap-shanghai.myqcloud.com/',
    '',
  ])('is not %j', (text) => {
    expect(storageAddress(text, base)).toBeUndefined()
  })
})
