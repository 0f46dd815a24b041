import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { keptPath, type Source } from '../../../core/license/record.ts'
import { emptyAccount, noSecrets } from '../../../core/wechat/account.ts'
import { chooseRecognizer } from '../../../electron/desk/choose-recognizer.ts'
import { createDesk } from '../../../electron/desk/desk.ts'
import { EngineHost } from '../../../electron/recognizers/offline/engine-host.ts'
import { forkEngine } from '../../../electron/recognizers/offline/forked-engine.ts'
import { withKeptImages } from '../../../electron/recognizers/offline/kept-images.ts'
import {
  createOfflineRecognizer,
  createPrepare,
  createPreview,
} from '../../../electron/recognizers/offline/offline.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { sampleAccount, startFakeWeChat } from '../../fakes/wechat/fake-wechat.ts'
import { numbered, unheard } from '../../fakes/fake-recognizer.ts'
import { createGate } from '../../../electron/recognizers/wechat/gate.ts'
import { createTransport } from '../../../electron/recognizers/wechat/transport.ts'
import { fields, hashOf, recognitionPath } from './wechat/line.ts'

const never = new AbortController().signal
const root = path.resolve(import.meta.dirname, '../../..')

const pictureOf = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg()
    .toBuffer()

const [one, other] = [await pictureOf('#204060'), await pictureOf('#806020')]

let folder = ''
let engine: EngineHost
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), '扫描仪 '))
  engine = new EngineHost(() =>
    forkEngine({
      program: path.join(root, 'electron/engine/engine-process.ts'),
      models: path.join(root, 'electron/engine/networks'),
    }),
  )
})
afterAll(async () => {
  engine.close()
  await rm(folder, { recursive: true })
})

const scan = (): string => path.join(folder, 'scan.jpg')
beforeEach(() => writeFile(scan(), one))

/** A desk that reads through a WeChat, whose calls of the day are used up or not. */
async function openDesk(isSpent: boolean, whileItWaits: () => Promise<void>) {
  const wechat = await startFakeWeChat({ answers: new Map([[hashOf(one), fields]]) })
  const transport = createTransport()
  onTestFinished(async () => {
    await transport.close()
    await wechat.close()
  })
  let now = new Date('2026-11-24T02:00:00Z')
  const patience = {
    random: () => 0,
    wait: async () => {
      await whileItWaits()
      now = new Date('2026-11-25T02:00:00Z')
    },
  }
  const stores = createMemoryStores()
  if (isSpent) stores.quota.put(sampleAccount.appId, '2026-11-24', { used: 100, isClosed: false })
  const asked = withKeptImages(engine, (id) => stores.images.get(id))
  const prepare = createPrepare(asked)
  const account = { ...emptyAccount, appId: sampleAccount.appId, baseAddress: wechat.url }
  const recognizer = chooseRecognizer(
    'wechat-upload',
    { account, secrets: { ...noSecrets, appSecret: sampleAccount.appSecret } },
    {
      transport,
      patience,
      gate: createGate({ ...patience, now: () => now, whenStopped: 'fail', onHold: () => {} }),
      offline: createOfflineRecognizer(asked),
      async prepare(...image) {
        const prepared = await prepare(...image)
        if (!isSpent) await whileItWaits()
        return prepared
      },
      spend: 'always',
      whenSpent: 'wait',
      ledger: stores.quota,
      paid: stores.paid,
      underWay: new Map(),
      now: () => now,
      onCount: () => {},
      onLeftBehind: () => {},
      keepRefreshToken: () => Promise.resolve(),
    },
  )
  if (!recognizer.ok) throw new Error(recognizer.error.message)
  const desk = createDesk({
    stores,
    who: 'desk-1',
    recognizer: () => recognizer.value,
    takesAddresses: () => false,
    concurrency: () => 1,
    preview: createPreview(asked),
    now: () => now,
    newId: numbered('id'),
  })
  const called = (): number =>
    wechat.ledger.entries.filter((entry) => entry.path === recognitionPath).length
  return { desk, wechat, called }
}

describe('a file that is saved anew while it waits (fault 57)', () => {
  it('for the calls of the next day is named, and nothing leaves', async () => {
    const { desk, called } = await openDesk(true, () => writeFile(scan(), other))
    await desk.add([scan()])
    await desk.idle()
    expect(desk.snapshot().jobs).toMatchObject([
      { state: { kind: 'failed', failure: { kind: 'changed' } } },
    ])
    expect(called()).toBe(0)
  })

  it('for its turn to leave goes as it was when it came in', async () => {
    const { desk, wechat, called } = await openDesk(false, () => writeFile(scan(), other))
    await desk.add([scan()])
    await desk.idle()
    expect(desk.snapshot().jobs).toMatchObject([{ state: { kind: 'done' } }])
    expect([called(), wechat.ledger.charges(hashOf(one))]).toEqual([1, 1])
  })

  it('is neither shown nor read', async () => {
    const { desk } = await openDesk(false, () => Promise.resolve())
    await desk.add([scan()])
    await desk.idle()
    const [job] = desk.snapshot().jobs
    if (job === undefined) throw new Error('nothing came in')
    expect(await desk.preview(job.id, 32, never)).toMatchObject({ ok: true })
    await writeFile(scan(), other)
    expect(await desk.preview(job.id, 32, never)).toMatchObject({ error: { kind: 'changed' } })
    const offline = createOfflineRecognizer(engine)
    expect(await offline.recognize(job.source, never, unheard)).toMatchObject({
      error: { kind: 'changed' },
    })
  })

  it('is told from what is kept here, which has no file', async () => {
    const { desk, called } = await openDesk(false, () => Promise.resolve())
    await desk.addImage(one, 'pasted.jpg')
    await desk.idle()
    const [job] = desk.snapshot().jobs
    expect(job).toMatchObject({
      source: { path: expect.stringContaining(keptPath('')) },
      state: { kind: 'done' },
    })
    expect(called()).toBe(1)
    expect(await desk.preview(job?.id ?? '', 32, never)).toMatchObject({ ok: true })
  })
})

it.runIf(process.platform === 'linux')('a name that is no UTF-8 reaches the engine', async () => {
  const name = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xc1, 0xf5])])
  await writeFile(name, one)
  const source: Source = { path: path.join(folder, '\udcc1\udcf5'), name: '刘', page: 1 }
  expect(await createPreview(engine)(source, 32, never)).toMatchObject({ ok: true })
})
