import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { emptyAccount, noSecrets } from '../../core/wechat/account.ts'
import { chooseRecognizer } from '../../electron/desk/choose-recognizer.ts'
import { createDesk } from '../../electron/desk/desk.ts'
import { openImage } from '../../electron/engine/decode/decode-image.ts'
import { prepareImage } from '../../electron/engine/prepare/prepare-image.ts'
import { EngineHost } from '../../electron/recognizers/offline/engine-host.ts'
import { forkEngine } from '../../electron/recognizers/offline/forked-engine.ts'
import {
  createOfflineRecognizer,
  createPrepare,
  createPreview,
} from '../../electron/recognizers/offline/offline.ts'
import { openGate } from '../../electron/recognizers/wechat/gate.ts'
import { limitTransport } from '../../electron/recognizers/wechat/limited-transport.ts'
import { realPatience } from '../../electron/recognizers/wechat/patience.ts'
import { createTransport } from '../../electron/recognizers/wechat/transport.ts'
import { createMemoryStores } from '../../electron/store/memory-stores.ts'
import { sampleAccount } from '../fakes/wechat/fake-wechat.ts'
import { samples, samplesFolder } from '../fixtures/samples.ts'
import { startDistantWeChat } from './distant-wechat.ts'
import { type Figure, tableOf } from './figures.ts'
import { beginProgress, withProgress } from './progress.ts'

const images = 100
const latency = 300
const concurrency = 4
const root = path.resolve(import.meta.dirname, '../..')

/** Images as phones make them, each another file: none may go as it is. */
function writeImages(folder: string): Promise<string[]> {
  const names = [...samples.keys()]
  return withProgress('writing images', images, (progress) =>
    Promise.all(
      Array.from({ length: images }, async (_, index) => {
        const file = path.join(folder, `${index}.jpg`)
        await sharp(path.join(samplesFolder, names[index % names.length] ?? ''))
          .withExif({ IFD0: { Make: 'Phone', Model: `${index}` } })
          .jpeg({ quality: 85 })
          .toFile(file)
        progress.step()
        return file
      }),
    ),
  )
}

async function batchFigure(folder: string): Promise<Figure> {
  const files = await writeImages(folder)
  const wechat = await startDistantWeChat({ latency, dailyLimit: 2 * images })
  const host = new EngineHost(() =>
    forkEngine({
      program: path.join(root, 'electron/engine/engine-process.ts'),
      models: path.join(root, 'electron/engine/networks'),
    }),
  )
  const prepare = createPrepare(host)
  const transport = limitTransport(createTransport(), concurrency)
  const now = (): Date => new Date()
  const stores = createMemoryStores()
  const chosen = chooseRecognizer(
    'wechat-upload',
    {
      account: {
        ...emptyAccount,
        appId: sampleAccount.appId,
        baseAddress: wechat.url,
        dailyLimit: 2 * images,
      },
      secrets: { ...noSecrets, appSecret: sampleAccount.appSecret },
    },
    {
      offline: createOfflineRecognizer(host),
      prepare,
      spend: 'doubtful',
      transport,
      patience: realPatience,
      gate: openGate(realPatience),
      whenSpent: 'fail',
      ledger: stores.quota,
      underWay: new Map(),
      paid: stores.paid,
      now,
      keepRefreshToken: () => Promise.resolve(),
      onLeftBehind: () => undefined,
      onCount: () => undefined,
    },
  )
  if (!chosen.ok) throw new Error(chosen.error.message)
  const desk = createDesk({
    stores,
    who: 'bench',
    recognizer: () => chosen.value,
    takesAddresses: () => false,
    concurrency: () => concurrency + 4,
    preview: createPreview(host),
    now,
    newId: randomUUID,
  })
  try {
    await prepare(
      { path: files[0] ?? '', name: 'first', page: 1 },
      undefined,
      new AbortController().signal,
    )
    const start = performance.now()
    await withProgress('reading', images, async (progress) => {
      desk.onChange(({ records }) => progress.step(records.length))
      await desk.add(files)
      await desk.idle()
    })
    const ratio = (performance.now() - start) / (Math.ceil(images / concurrency) * latency)
    const read = desk.snapshot().records.length
    if (read !== images) throw new Error(`only ${read} of ${images} were read`)
    return {
      name: `${images} images, ${latency} ms latency, ${concurrency} at once: time to the ideal`,
      measured: ratio.toFixed(3),
      bar: '≤ 1.10',
      passed: ratio <= 1.1,
    }
  } finally {
    host.close()
    await transport.close()
    wechat.close()
  }
}

const rounds = 7

/** Preparing a photo of 12 megapixels, against sharp's bare decode, resize and encode of the same to the same size. */
async function prepareFigure(folder: string): Promise<Figure> {
  const photo = path.join(folder, 'photo.jpg')
  await sharp(path.join(samplesFolder, 'IMG_2291.jpg'))
    .resize({ width: 4000, height: 3000, fit: 'fill' })
    .withExif({ IFD0: { Make: 'Phone' } })
    .jpeg({ quality: 92 })
    .toFile(photo)
  const ours: number[] = []
  const bare: number[] = []
  let longSide = 0
  const progress = beginProgress('preparing', rounds + 1)
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now()
    const opened = await openImage(photo)
    if (!opened.ok) throw new Error(opened.error.detail)
    const outcome = await prepareImage(opened.value, undefined)
    if (!outcome.ok) throw new Error(outcome.error.detail)
    const middle = performance.now()
    const { width, height } = await sharp(outcome.value.bytes).metadata()
    longSide = Math.max(width, height)
    const again = performance.now()
    await sharp(photo)
      .resize({ width: longSide, height: longSide, fit: 'inside' })
      .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
      .toBuffer()
    progress.step()
    if (round === 0) continue
    ours.push(middle - start)
    bare.push(performance.now() - again)
  }
  progress.end()
  const ratio = median(ours) / median(bare)
  const megabytes = ((await stat(photo)).size / 1e6).toFixed(1)
  return {
    name: `preparing a 12-megapixel photo (${megabytes} MB, to ${longSide} px), to sharp alone`,
    measured: ratio.toFixed(2),
    bar: '≤ 1.50',
    passed: ratio <= 1.5,
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const folder = await mkdtemp(path.join(os.tmpdir(), 'license-desk-batch-'))
try {
  const figures = [await batchFigure(folder), await prepareFigure(folder)]
  console.log(tableOf(figures))
  process.exitCode = figures.every(({ passed }) => passed) ? 0 : 1
} finally {
  await rm(folder, { recursive: true })
}
