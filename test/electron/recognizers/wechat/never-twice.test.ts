import { describe, expect, it } from 'vitest'
import type { Recognizer } from '../../../../electron/recognizers/recognizer.ts'
import { createAddressRecognizer } from '../../../../electron/recognizers/wechat/address.ts'
import { createCloudRecognizer } from '../../../../electron/recognizers/wechat/cloud/cloud.ts'
import { createUploadRecognizer } from '../../../../electron/recognizers/wechat/upload.ts'
import { sampleAccount } from '../../../fakes/wechat/fake-wechat.ts'
import type { Fault } from '../../../fakes/wechat/faults.ts'
import { serveWith } from './server.ts'
import {
  hashOf,
  imageOf,
  type Line,
  never,
  openLine,
  recognitionPath,
  sourceOf,
  stablePath,
  startKnowing,
} from './line.ts'

const scripts = 1_000
const seed = Number(process.env['SEED'] ?? 20_261_124)

/** Numbers below 1 in an order that only the seed decides (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const faults: readonly Fault[] = [
  { kind: 'delay', ms: 1_000 },
  { kind: 'drip', bytesPerChunk: 4, ms: 10 },
  { kind: 'reset-before-read' },
  { kind: 'reset-after-upload' },
  { kind: 'truncated' },
  { kind: 'html', status: 200 },
  { kind: 'html', status: 502 },
  { kind: 'redirect', to: 'http://127.0.0.1:9/' },
  { kind: 'endless' },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 503 },
  { kind: 'errcode', errcode: -1, errmsg: 'system error' },
  { kind: 'errcode', errcode: 40001, errmsg: 'invalid credential' },
  { kind: 'errcode', errcode: 42001, errmsg: 'access_token expired' },
  { kind: 'errcode', errcode: 45011, errmsg: 'api minute-quota reach limit' },
  { kind: 'errcode', errcode: 101000, errmsg: 'invalid image url' },
  { kind: 'errcode', errcode: 77777, errmsg: 'never heard of' },
  { kind: 'revoke-token' },
  { kind: 'text-plain' },
  { kind: 'control-characters' },
]

const cloudPaths = [
  '/tcb/uploadfile',
  '/cloud-storage',
  '/tcb/batchdownloadfile',
  '/tcb/invokecloudfunction',
  '/tcb/batchdeletefile',
]

interface Way {
  readonly recognizer: Recognizer
  readonly paths: readonly string[]
  /** Under which it knows the image of a number. */
  readonly pathOf: (number: number) => string
}

async function waysOn({ wechat, parts }: Line): Promise<readonly Way[]> {
  const published = await serveWith((request, response) =>
    response.end(imageOf(Number(request.url?.slice(1)))),
  )
  const addressOf = (number: number): string => `https://photos.example/${number}`
  for (const number of [0, 1, 2])
    wechat.published.publish(addressOf(number), `${published}${number}`)
  const { env } = sampleAccount.cloud
  const cloud = { ...parts, env, functionName: 'driver-license', onLeftBehind: () => {} }
  return [
    { recognizer: createUploadRecognizer(parts), paths: [recognitionPath], pathOf: String },
    { recognizer: createAddressRecognizer(parts), paths: [recognitionPath], pathOf: addressOf },
    { recognizer: createCloudRecognizer(cloud), paths: cloudPaths, pathOf: String },
  ]
}

describe(`over ${scripts} random fault scripts (SEED=${seed})`, () => {
  it('no image is charged twice without a person, and what is not known is called so', async () => {
    const random = randomFrom(seed)
    const pick = <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(random() * items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    }
    const accounts = [{ ...sampleAccount, dailyLimit: Infinity }]
    let hour = 0
    const wechat = await startKnowing({ accounts, now: () => hour * 3_600_000 })
    const line = await openLine({ wechat, deadline: 60 })
    const ways = await waysOn(line)
    const seen = new Map<string, number>()
    for (let script = 0; script < scripts; script += 1) {
      const way = pick(ways)
      hour += 1
      wechat.faults.clear()
      for (let count = Math.floor(random() * 5); count > 0; count -= 1)
        wechat.faults.add({
          at: pick([stablePath, ...way.paths, ...way.paths]),
          fault: pick(faults),
        })
      const before = wechat.ledger.entries.length
      const results = await Promise.all(
        [0, 1, 2].map((number) =>
          way.recognizer.recognize({ ...sourceOf(number), path: way.pathOf(number) }, never),
        ),
      )
      const entries = wechat.ledger.entries.slice(before)
      for (const [number, result] of results.entries()) {
        const hash = hashOf(imageOf(number))
        const charged = entries.filter((entry) => entry.charged && entry.imageHash === hash).length
        const kind = result.ok ? 'read' : result.error.kind
        seen.set(kind, (seen.get(kind) ?? 0) + 1)
        const told = { script, seed, way: way.recognizer.id, kind, charged }
        if (kind === 'read') expect(told).toEqual({ ...told, charged: 1 })
        else if (kind === 'outcome-unknown')
          expect(told.charged, JSON.stringify(told)).toBeLessThan(2)
        else expect(told).toEqual({ ...told, charged: 0 })
      }
    }
    for (const kind of ['read', 'outcome-unknown', 'no-proper-answer', 'unknown-refusal'])
      expect([kind, seen.get(kind) ?? 0]).toEqual([kind, expect.toSatisfy((count) => count > 20)])
  }, 120_000)
})
