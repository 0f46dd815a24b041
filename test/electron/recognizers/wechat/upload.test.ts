import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../../core/license/failure.ts'
import { fail, ok } from '../../../../core/result.ts'
import type { MakeSendable } from '../../../../electron/recognizers/wechat/sendable-image.ts'
import { createUploadRecognizer } from '../../../../electron/recognizers/wechat/upload.ts'
import type { Fault } from '../../../fakes/wechat/faults.ts'
import {
  askedFor,
  fields,
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

const read = async ({ parts }: Line, number = 1, signal = never) => {
  const result = await createUploadRecognizer(parts).recognize(sourceOf(number), signal, unheard)
  return result.ok ? result.value[0] : result.error
}

const charges = ({ wechat }: Line, number = 1): number =>
  wechat.ledger.charges(hashOf(imageOf(number)))

const script = ({ wechat }: Line, ...faults: readonly Fault[]): void =>
  wechat.faults.add(...faults.map((fault) => ({ at: recognitionPath, fault })))

const refusing = (errcode: number, errmsg = 'words'): Fault => ({
  kind: 'errcode',
  errcode,
  errmsg,
})

describe('an upload', () => {
  it('gives a reading, with one call and one charge', async () => {
    const line = await openLine()
    expect(await read(line)).toMatchObject({
      style: 'old',
      image: { width: 1600, height: 1000, turn: 0 },
      fields: {
        name: { value: fields.name, confidence: null },
        issue_date: { raw: '20121221', value: '2012-12-21' },
        car_class: { value: 'A1A2' },
        valid_to: { value: '2024-07-06', origin: 'derived' },
      },
    })
    expect(charges(line)).toBe(1)
    expect(line.waits).toEqual([])
  })

  it('asks for the token while the image is made fit', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const wechat = await startKnowing({
      onEntry: ({ path }) => {
        if (path === stablePath) resolve()
      },
    })
    const { parts } = await openLine({ wechat })
    const makeSendable: MakeSendable = async (source, signal) => {
      await promise
      return parts.makeSendable(source, signal)
    }
    const outcome = createUploadRecognizer({ ...parts, makeSendable }).recognize(
      sourceOf(1),
      never,
      unheard,
    )
    expect(await outcome).toHaveProperty('ok', true)
  })

  it('says what stops all calls before the image is made fit', async () => {
    const { wechat, parts } = await openLine()
    wechat.faults.add({ at: stablePath, fault: refusing(40125) })
    const makeSendable: MakeSendable = () => new Promise(() => {})
    const outcome = createUploadRecognizer({ ...parts, makeSendable }).recognize(
      sourceOf(1),
      never,
      unheard,
    )
    expect(await outcome).toMatchObject({ ok: false, error: { code: 40125 } })
  })

  it('does not send the image when it cannot be made fit', async () => {
    const line = await openLine()
    const failure: Failure = { kind: 'damaged', message: 'cut off' }
    const parts = { ...line.parts, makeSendable: async () => fail(failure) }
    expect(await createUploadRecognizer(parts).recognize(sourceOf(1), never, unheard)).toEqual(
      fail(failure),
    )
    expect(line.wechat.ledger.entries.map(({ path }) => path)).toEqual([stablePath])
  })

  it.each(['text-plain', 'control-characters'] as const)(
    'reads an answer of %s (fault 35)',
    async (kind) => {
      const line = await openLine()
      script(line, { kind })
      expect(await read(line)).toHaveProperty('fields')
      expect(charges(line)).toBe(1)
    },
  )

  it.each<[string, Fault]>([
    ['a reset after it', { kind: 'reset-after-upload' }],
    ['a reset before it was read', { kind: 'reset-before-read' }],
    ['half an answer', { kind: 'truncated' }],
    ['a 500', { kind: 'status', status: 500 }],
    ['a 503', { kind: 'status', status: 503 }],
    ['an answer without end', { kind: 'endless' }],
    ['a compressed bomb', { kind: 'gzip-bomb' }],
    ['a redirect', { kind: 'redirect', to: 'https://127.0.0.1:9/' }],
    ['a web page', { kind: 'html', status: 200 }],
    ['a web page of an error', { kind: 'html', status: 502 }],
  ])(
    'does not know its outcome after %s, and is not sent again (fault 29, fault 30, fault 32, fault 34, fault 36, fault 37, fault 39)',
    async (_, fault) => {
      const line = await openLine()
      script(line, fault)
      expect(await read(line)).toMatchObject({ kind: 'outcome-unknown' })
      expect(askedFor(line.wechat, recognitionPath)).toBe(1)
      expect(charges(line)).toBeLessThanOrEqual(1)
      expect(line.waits).toEqual([])
    },
  )

  it.each<[string, Fault]>([
    ['late', { kind: 'delay', ms: 600_000 }],
    ['drop by drop', { kind: 'drip', bytesPerChunk: 1, ms: 50 }],
  ])(
    'does not know its outcome when the answer comes %s (fault 24, fault 33)',
    async (_, fault) => {
      const line = await openLine({ deadline: shortest })
      script(line, fault)
      expect(await read(line)).toMatchObject({ kind: 'outcome-unknown' })
      expect(charges(line)).toBe(1)
    },
  )

  it('waits longer and longer while WeChat is busy, then gives up', async () => {
    const line = await openLine()
    script(line, refusing(-1), refusing(-1))
    expect(await read(line)).toHaveProperty('fields')
    expect(line.waits).toEqual([1_000, 2_000])
    script(line, refusing(-1), refusing(-1), refusing(-1), refusing(-1))
    expect(await read(line, 2)).toMatchObject({ kind: 'system-busy', code: -1 })
    expect([charges(line), charges(line, 2)]).toEqual([1, 0])
    expect(askedFor(line.wechat, recognitionPath)).toBe(7)
  })

  it('does not come back all at once with others: the waits are spread (fault 40)', async () => {
    const line = await openLine({ random: () => 0.5 })
    script(line, refusing(-1), refusing(45011))
    expect(await read(line)).toHaveProperty('fields')
    expect(line.waits).toEqual([1_250, 62_500])
  })

  it('waits for the next minute (fault 40)', async () => {
    const line = await openLine()
    script(line, refusing(45011), { kind: 'status', status: 429 })
    expect(await read(line)).toHaveProperty('fields')
    expect(line.waits).toEqual([60_000, 60_000])
    expect(charges(line)).toBe(1)
  })

  it.each([40001, 40014, 42001])(
    'asks for one new token after %i, and for no third',
    async (code) => {
      const line = await openLine()
      script(line, refusing(code))
      expect(await read(line)).toHaveProperty('fields')
      expect(askedFor(line.wechat, stablePath)).toBe(3)
      script(line, refusing(code), refusing(code))
      expect(await read(line, 2)).toMatchObject({ kind: 'token-refused', code })
      expect([charges(line), charges(line, 2)]).toEqual([1, 0])
      expect(askedFor(line.wechat, recognitionPath)).toBe(4)
    },
  )

  it.each([
    [45009, 'daily-limit'],
    [101003, 'market-quota'],
    [48001, 'interface-not-granted'],
    [41005, 'image-refused'],
    [40006, 'image-too-large'],
    [101001, 'no-license'],
    [101002, 'image-undecodable'],
    [43002, 'request-faulty'],
    [12345, 'unknown-refusal'],
  ])('ends with %i as %s, without a second call (fault 45)', async (code, kind) => {
    const line = await openLine()
    script(line, refusing(code, 'words rid: 5f8d0a1b-6a3c2e1d'))
    expect(await read(line)).toMatchObject({ kind, code, rid: expect.stringMatching(/^5f8d0a1b/) })
    expect(askedFor(line.wechat, recognitionPath)).toBe(1)
    expect(line.waits).toEqual([])
  })

  it('says it when WeChat wants a length', async () => {
    const line = await openLine()
    script(line, { kind: 'status', status: 412 })
    expect(await read(line)).toMatchObject({ kind: 'request-faulty' })
  })

  it('tries again when nothing left this PC (fault 26, fault 27)', async () => {
    const line = await openLine({ isAlone: true })
    await line.parts.tokens.token(never)
    await line.wechat.close()
    expect(await read(line)).toMatchObject({ kind: 'no-connection' })
    expect(line.waits).toEqual([1_000, 2_000, 4_000])
  })

  it('tries again when the token was not got', async () => {
    const line = await openLine()
    line.wechat.faults.add({ at: stablePath, fault: { kind: 'reset-after-upload' } })
    expect(await read(line)).toHaveProperty('fields')
    expect(line.waits).toEqual([1_000])
    expect(charges(line)).toBe(1)
  })

  it('is cancelled while it waits, and sends nothing more', async () => {
    const abort = new AbortController()
    const line = await openLine({ wait: async () => abort.abort() })
    script(line, refusing(-1))
    expect(await read(line, 1, abort.signal)).toEqual({ kind: 'cancelled', message: 'cancelled' })
    expect(charges(line)).toBe(0)
    expect(askedFor(line.wechat, recognitionPath)).toBe(1)
  })

  it('has an unknown outcome when it is cancelled under way', async () => {
    const abort = new AbortController()
    const line = await openLine()
    script(line, { kind: 'delay', ms: 600_000 })
    const pending = read(line, 1, abort.signal)
    await expect.poll(() => charges(line)).toBe(1)
    abort.abort()
    expect(await pending).toMatchObject({ kind: 'outcome-unknown' })
  })

  it('tells no token, also when it does not look like one', async () => {
    const token = ok({ value: 'canary-of-words' })
    const tokens = { token: async () => token, refused: () => {}, isRefused: () => false }
    const line = await openLine({ tokens: () => tokens })
    script(line, refusing(48001, 'unauthorized canary-of-words'))
    expect(JSON.stringify(await read(line))).not.toContain('canary')
  })

  it('tells neither token nor secret, whatever WeChat repeats', async () => {
    const line = await openLine()
    const token = await line.parts.tokens.token(never)
    if (!token.ok) throw new Error('no token')
    script(line, refusing(48001, `unauthorized access_token=${token.value.value} rid: 1a2b-3c4d`))
    const failure = await read(line)
    expect(JSON.stringify(failure)).not.toContain(token.value.value.slice(0, 20))
    expect(failure).toMatchObject({ rid: expect.stringMatching(/^1a2b-3c4d/) })
  })
})
