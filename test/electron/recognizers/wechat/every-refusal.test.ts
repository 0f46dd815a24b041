import { describe, expect, it } from 'vitest'
import type { FailureKind } from '../../../../core/license/failure.ts'
import { limitTransport } from '../../../../electron/recognizers/wechat/limited-transport.ts'
import { createUploadRecognizer } from '../../../../electron/recognizers/wechat/upload.ts'
import type { Fault } from '../../../fakes/wechat/faults.ts'
import {
  askedFor,
  hashOf,
  imageOf,
  type Line,
  never,
  openLine,
  recognitionPath,
  shortest,
  sourceOf,
  stablePath,
  startKnowing,
} from './line.ts'
import { unheard } from '../../../fakes/fake-recognizer.ts'

type Row = readonly [code: number, kind: FailureKind, atOnce: string]

/** Codes that end the calls of the whole account: the second image asks nobody any more. */
const stopping: readonly Row[] = [
  [41001, 'settings-incomplete', 'stops'],
  [40002, 'settings-incomplete', 'stops'],
  [41002, 'settings-incomplete', 'stops'],
  [41004, 'settings-incomplete', 'stops'],
  [40013, 'wrong-app-id', 'stops'],
  [40125, 'wrong-secret', 'stops'],
  [40164, 'address-not-listed', 'stops'],
  [61004, 'address-not-listed', 'stops'],
  [45035, 'address-not-listed', 'stops'],
  [40243, 'secret-frozen', 'stops'],
  [50002, 'account-restricted', 'stops'],
  [50004, 'account-restricted', 'stops'],
  [50007, 'account-restricted', 'stops'],
  [89501, 'address-unconfirmed', 'stops'],
  [89502, 'address-unconfirmed', 'stops'],
  [89503, 'address-unconfirmed', 'stops'],
  [89504, 'address-unconfirmed', 'stops'],
  [89505, 'address-unconfirmed', 'stops'],
  [89506, 'address-refused-for-a-day', 'stops'],
  [89507, 'address-refused-for-an-hour', 'stops'],
  [48001, 'interface-not-granted', 'stops'],
  [43104, 'interface-not-granted', 'stops'],
  [48004, 'interface-not-granted', 'stops'],
  [61007, 'interface-not-granted', 'stops'],
  [61003, 'authorization-lost', 'stops'],
  [61005, 'authorization-lost', 'stops'],
  [61006, 'authorization-lost', 'stops'],
  [61011, 'authorization-lost', 'stops'],
  [61014, 'authorization-lost', 'stops'],
  [61023, 'authorization-lost', 'stops'],
  [61024, 'authorization-lost', 'stops'],
  [-604101, 'cloud-permission-missing', 'stops'],
]

/** Codes that end the calls of the account for this day. */
const ofTheDay: readonly Row[] = [
  [45009, 'daily-limit', 'stops'],
  [101003, 'market-quota', 'stops'],
]

/** Codes about one request or one image: the next image is sent as if nothing had been. */
const single: readonly Row[] = [
  [43002, 'request-faulty', 'goes on'],
  [43003, 'request-faulty', 'goes on'],
  [40097, 'request-faulty', 'goes on'],
  [47001, 'request-faulty', 'goes on'],
  [44002, 'request-faulty', 'goes on'],
  [41005, 'image-refused', 'goes on'],
  [44001, 'image-refused', 'goes on'],
  [40137, 'image-refused', 'goes on'],
  [40006, 'image-too-large', 'goes on'],
  [40009, 'image-too-large', 'goes on'],
  [45001, 'image-too-large', 'goes on'],
  [101001, 'no-license', 'goes on'],
  [101002, 'image-undecodable', 'goes on'],
  [77777, 'unknown-refusal', 'goes on'],
]

/** Codes after which the same image is sent again by itself: after so long, asking for so many tokens in all. */
const repeated = [
  [-1, 'system-busy', 1_000, 1, 4],
  [45011, 'minute-limit', 60_000, 1, 6],
  [40001, 'token-refused', 0, 3, 2],
  [40014, 'token-refused', 0, 3, 2],
  [42001, 'token-refused', 0, 3, 2],
  [101000, 'image-address-unreachable', 0, 1, 2],
] as const

/** Of the image that was looked at, though there is no license in it. */
const charged = new Set([101001, 101002])

const refusing = (errcode: number): Fault => ({
  kind: 'errcode',
  errcode,
  errmsg: 'words rid: a-1',
})

const read = async ({ parts }: Line, number: number): Promise<string> => {
  const result = await createUploadRecognizer(parts).recognize(sourceOf(number), never, unheard)
  return result.ok ? 'read' : result.error.kind
}

const charges = ({ wechat }: Line, number: number): number =>
  wechat.ledger.charges(hashOf(imageOf(number)))

describe('a refusal of the recognition, by WeChat’s ledger', () => {
  it.each([...stopping, ...ofTheDay, ...single])(
    '%i is %s, and the rest %s',
    async (code, kind, atOnce) => {
      const line = await openLine()
      line.wechat.faults.add({ at: recognitionPath, fault: refusing(code) })
      expect(await read(line, 1)).toBe(kind)
      expect(await read(line, 2)).toBe(atOnce === 'stops' ? kind : 'read')
      expect(askedFor(line.wechat, recognitionPath)).toBe(atOnce === 'stops' ? 1 : 2)
      expect(charges(line, 1)).toBe(charged.has(code) ? 1 : 0)
      expect(charges(line, 2)).toBe(atOnce === 'stops' ? 0 : 1)
      expect(line.waits).toEqual([])
    },
  )

  it.each([...stopping, ...ofTheDay])(
    '%i is %s: none of those leaves that wait in line behind it',
    async (code, kind) => {
      const line = await openLine({ way: (transport) => limitTransport(transport, 1) })
      const fault = refusing(code)
      line.wechat.faults.add(...Array.from({ length: 9 }, () => ({ at: recognitionPath, fault })))
      const numbers = [1, 2, 3, 4, 5, 6]
      expect(await Promise.all(numbers.map((number) => read(line, number)))).toEqual(
        Array(6).fill(kind),
      )
      expect(askedFor(line.wechat, recognitionPath)).toBe(1)
    },
  )

  it.each([40001, 40014, 42001])(
    '%i: what waits in line behind it leaves only with another token, and not if that is refused too',
    async (code) => {
      const line = await openLine({ way: (transport) => limitTransport(transport, 1) })
      const fault = refusing(code)
      line.wechat.faults.add(...Array.from({ length: 9 }, () => ({ at: recognitionPath, fault })))
      const numbers = [1, 2, 3, 4, 5, 6]
      expect(await Promise.all(numbers.map((number) => read(line, number)))).toEqual(
        Array(6).fill('token-refused'),
      )
      expect(askedFor(line.wechat, recognitionPath)).toBe(2)
    },
  )

  it('the day’s calls that are used up are there again on the next day, or when a person says so', async () => {
    let now = new Date('2026-11-24T15:59:00Z')
    const line = await openLine({ now: () => now })
    const fault = refusing(101003)
    line.wechat.faults.add({ at: recognitionPath, fault })
    expect(await read(line, 1)).toBe('market-quota')
    expect(await read(line, 2)).toBe('market-quota')
    now = new Date('2026-11-24T16:01:00Z')
    expect(await read(line, 3)).toBe('read')
    line.wechat.faults.add({ at: recognitionPath, fault })
    expect([await read(line, 4), await read(line, 5)]).toEqual(['market-quota', 'market-quota'])
    line.parts.gate.again()
    expect(await read(line, 5)).toBe('read')
  })

  it.each(repeated)('%i is %s: once, and it is sent again', async (code, _kind, wait, tokens) => {
    const line = await openLine()
    line.wechat.faults.add({ at: recognitionPath, fault: refusing(code) })
    expect(await read(line, 1)).toBe('read')
    expect(askedFor(line.wechat, recognitionPath)).toBe(2)
    expect(askedFor(line.wechat, stablePath)).toBe(tokens)
    expect(charges(line, 1)).toBe(1)
    expect(line.waits).toEqual(wait === 0 ? [] : [wait])
  })

  it.each(repeated)(
    '%i is %s: every time, and it ends',
    async (code, kind, _wait, _tokens, tries) => {
      const line = await openLine()
      const fault = refusing(code)
      line.wechat.faults.add(...Array.from({ length: 9 }, () => ({ at: recognitionPath, fault })))
      expect(await read(line, 1)).toBe(kind)
      expect(askedFor(line.wechat, recognitionPath)).toBe(tries)
      expect(charges(line, 1)).toBe(0)
    },
  )
})

describe('a refusal of the token, by WeChat’s ledger', () => {
  const kinds = [...stopping, [40001, 'wrong-secret', 'stops'] as const]

  it.each(kinds)('%i is %s, and no image leaves', async (code, kind) => {
    const line = await openLine()
    line.wechat.faults.add({ at: stablePath, fault: refusing(code) })
    expect(await read(line, 1)).toBe(kind)
    expect(await read(line, 2)).toBe(kind)
    expect(line.wechat.ledger.entries.map(({ path }) => path)).toEqual([stablePath])
  })

  it('-1: asked again after a pause, and then the image is sent once', async () => {
    const line = await openLine()
    line.wechat.faults.add({ at: stablePath, fault: refusing(-1) })
    expect(await read(line, 1)).toBe('read')
    expect([askedFor(line.wechat, stablePath), charges(line, 1)]).toEqual([2, 1])
  })
})

describe('a fault on the way, by WeChat’s ledger', () => {
  const faults: readonly (readonly [
    string,
    Fault,
    kind: string,
    asked: number,
    charged: number,
  ])[] = [
    [
      'row 30, a redirect',
      { kind: 'redirect', to: 'https://127.0.0.1:9/' },
      'outcome-unknown',
      1,
      0,
    ],
    ['row 31, a proxy that asks for a login', { kind: 'status', status: 407 }, 'proxy-login', 1, 0],
    ['row 32, a reset after the upload', { kind: 'reset-after-upload' }, 'outcome-unknown', 1, 1],
    ['row 32, a reset before it was read', { kind: 'reset-before-read' }, 'outcome-unknown', 1, 0],
    ['row 33, drop by drop', { kind: 'drip', bytesPerChunk: 1, ms: 50 }, 'outcome-unknown', 1, 1],
    ['row 34, half an answer', { kind: 'truncated' }, 'outcome-unknown', 1, 1],
    ['row 35, a wrong content type', { kind: 'text-plain' }, 'read', 1, 1],
    ['row 36, an answer without end', { kind: 'endless' }, 'outcome-unknown', 1, 1],
    ['row 37, a compressed bomb', { kind: 'gzip-bomb' }, 'outcome-unknown', 1, 1],
    ['row 38, a late answer', { kind: 'delay', ms: 600_000 }, 'outcome-unknown', 1, 1],
    ['row 39, a 500', { kind: 'status', status: 500 }, 'outcome-unknown', 1, 1],
    ['row 39, a 502 with a page', { kind: 'html', status: 502 }, 'outcome-unknown', 1, 1],
    ['row 39, a 503', { kind: 'status', status: 503 }, 'outcome-unknown', 1, 1],
    ['row 40, a 429', { kind: 'status', status: 429 }, 'read', 2, 1],
    ['row 45, a code never heard of', refusing(77777), 'unknown-refusal', 1, 0],
    ['HTTP 412', { kind: 'status', status: 412 }, 'request-faulty', 1, 0],
  ]

  it.each(faults)('%s', async (_, fault, kind, asked, times) => {
    const isSlow = fault.kind === 'drip' || fault.kind === 'delay'
    const line = await openLine(isSlow ? { deadline: shortest } : {})
    line.wechat.faults.add({ at: recognitionPath, fault })
    expect(await read(line, 1)).toBe(kind)
    expect(askedFor(line.wechat, recognitionPath)).toBe(asked)
    expect(charges(line, 1)).toBe(times)
  })

  it('row 41, a token revoked in the middle: one refresh for all, one repeat for each', async () => {
    const line = await openLine()
    line.wechat.faults.add({ at: recognitionPath, nth: 2, fault: { kind: 'revoke-token' } })
    expect(await read(line, 0)).toBe('read')
    const numbers = [1, 2, 3, 4]
    expect(await Promise.all(numbers.map((number) => read(line, number)))).toEqual(
      Array(4).fill('read'),
    )
    expect(numbers.map((number) => charges(line, number))).toEqual([1, 1, 1, 1])
    expect(askedFor(line.wechat, recognitionPath)).toBeLessThanOrEqual(1 + 2 * numbers.length)
    expect(askedFor(line.wechat, stablePath)).toBe(2)
  })

  it('row 46, markup in a field and fields that are missing: shown as text and flagged', async () => {
    const image = hashOf(imageOf(1))
    const answers = new Map([[image, { name: '<b>余明远</b>' }]])
    const line = await openLine({ wechat: await startKnowing({ answers }) })
    const result = await createUploadRecognizer(line.parts).recognize(sourceOf(1), never, unheard)
    expect(result).toMatchObject({
      ok: true,
      value: [{ fields: { name: { raw: '<b>余明远</b>', confidence: 0 }, id_num: { value: '' } } }],
    })
    expect(line.wechat.ledger.charges(image)).toBe(1)
  })
})
