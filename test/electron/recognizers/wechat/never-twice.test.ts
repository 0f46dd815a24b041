import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Recognizer } from '../../../../electron/recognizers/recognizer.ts'
import { createAddressRecognizer } from '../../../../electron/recognizers/wechat/address.ts'
import { createCloudRecognizer } from '../../../../electron/recognizers/wechat/cloud/cloud.ts'
import { createUploadRecognizer } from '../../../../electron/recognizers/wechat/upload.ts'
import { seeNoCanary } from '../../../fakes/canaries.ts'
import { sampleAccount } from '../../../fakes/wechat/fake-wechat.ts'
import type { Fault } from '../../../fakes/wechat/faults.ts'
import { serveWith } from './server.ts'
import {
  fields,
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
import { unheard } from '../../../fakes/fake-recognizer.ts'

const scripts = 1_000
/** Images that are read at once in each. */
const together = 3
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

/** So short that what is slow is lost, and long enough for whatever else this machine does. */
async function shortDeadline(): Promise<number> {
  const { parts } = await openLine()
  const recognizer = createUploadRecognizer(parts)
  const times: number[] = []
  for (let number = 0; number < 5; number += 1) {
    const start = performance.now()
    await recognizer.recognize(sourceOf(number), never, unheard)
    times.push(performance.now() - start)
  }
  return Math.max(60, 5 * Math.min(...times))
}

/** Each time with a gate that no script before has shut. */
async function waysOn({ wechat, parts, newGate }: Line): Promise<() => readonly Way[]> {
  const published = await serveWith((request, response) =>
    response.end(imageOf(Number(request.url?.slice(1)))),
  )
  const addressOf = (number: number): string => {
    const address = `https://photos.example/${number}`
    wechat.published.publish(address, `${published}${number}`)
    return address
  }
  const { env } = sampleAccount.cloud
  const cloud = { env, functionName: 'driver-license', onLeftBehind: () => {} }
  return () => {
    const gated = { ...parts, gate: newGate() }
    return [
      { recognizer: createUploadRecognizer(gated), paths: [recognitionPath], pathOf: String },
      { recognizer: createAddressRecognizer(gated), paths: [recognitionPath], pathOf: addressOf },
      {
        recognizer: createCloudRecognizer({ ...gated, ...cloud }),
        paths: cloudPaths,
        pathOf: String,
      },
    ]
  }
}

describe(`over ${scripts} random fault scripts (SEED=${seed})`, () => {
  it('no image is charged twice without a person, and what is not known is called so', async () => {
    const random = randomFrom(seed)
    const pick = <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(random() * items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    }
    let hour = 0
    const hashes = Array.from({ length: scripts * together }, (_, at) => hashOf(imageOf(at)))
    const wechat = await startKnowing({
      accounts: [{ ...sampleAccount, dailyLimit: Infinity }],
      now: () => hour * 3_600_000,
      answers: new Map(hashes.map((hash) => [hash, fields])),
    })
    const ways = await waysOn(await openLine({ wechat, deadline: await shortDeadline() }))
    const failures: string[] = []
    const told: { way: string; kind: string }[] = []
    for (hour = 0; hour < scripts; hour += 1) {
      const { recognizer, paths, pathOf } = pick(ways())
      wechat.faults.clear()
      for (let count = Math.floor(random() * 5); count > 0; count -= 1)
        wechat.faults.add({ at: pick([stablePath, ...paths, ...paths]), fault: pick(faults) })
      const images = Array.from({ length: together }, (_, at) => told.length + at)
      const results = await Promise.all(
        images.map((number) => {
          const signal = random() < 0.1 ? AbortSignal.timeout(1 + Math.floor(20 * random())) : never
          return recognizer.recognize(
            { ...sourceOf(number), path: pathOf(number) },
            signal,
            unheard,
          )
        }),
      )
      for (const result of results) {
        told.push({ way: recognizer.id, kind: result.ok ? 'read' : result.error.kind })
        if (!result.ok) failures.push(inspect(result, { depth: null }))
      }
    }
    seeNoCanary(failures.join('\n'), 'a failure')
    const charged = new Map<string, number>()
    for (const entry of wechat.ledger.entries.filter((one) => one.charged))
      charged.set(entry.imageHash, (charged.get(entry.imageHash) ?? 0) + 1)
    for (const [number, { way, kind }] of told.entries()) {
      const times = charged.get(hashes[number] ?? '') ?? 0
      const allowed = kind === 'read' ? [1] : kind === 'outcome-unknown' ? [0, 1] : [0]
      expect({ seed, number, way, kind, times, allowed }).toSatisfy(() => allowed.includes(times))
    }
    const kinds = Map.groupBy(told, ({ kind }) => kind)
    const common = ['read', 'outcome-unknown', 'no-proper-answer', 'unknown-refusal', 'cancelled']
    expect(common.filter((kind) => (kinds.get(kind)?.length ?? 0) < 20)).toEqual([])
  }, 600_000)
})
