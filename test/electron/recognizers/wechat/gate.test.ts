import { describe, expect, it, onTestFinished } from 'vitest'
import type { Readings } from '../../../../core/license/reading.ts'
import type { Result } from '../../../../core/result.ts'
import type { Failure } from '../../../../core/license/failure.ts'
import type { Recognizer } from '../../../../electron/recognizers/recognizer.ts'
import { counted } from '../../../../electron/recognizers/wechat/counted.ts'
import { limitTransport } from '../../../../electron/recognizers/wechat/limited-transport.ts'
import { createServiceTokens } from '../../../../electron/recognizers/wechat/tokens/service-tokens.ts'
import { createUploadRecognizer } from '../../../../electron/recognizers/wechat/upload.ts'
import { createMemoryStores } from '../../../../electron/store/memory-stores.ts'
import { sampleAccount, startFakeWeChat } from '../../../fakes/wechat/fake-wechat.ts'
import type { Fault } from '../../../fakes/wechat/faults.ts'
import {
  askedFor,
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
import { HeldRecognizer, unheard } from '../../../fakes/fake-recognizer.ts'

const images = [0, 1, 2, 3, 4, 5]

const readAll = ({ parts }: Line, signal = never): Promise<Result<Readings, Failure>>[] =>
  images.map((number) => createUploadRecognizer(parts).recognize(sourceOf(number), signal, unheard))

const kindsOf = (results: readonly Result<Readings, Failure>[]): string[] =>
  results.map((result) => (result.ok ? 'read' : result.error.kind))

const chargesOf = ({ wechat }: Line): number[] =>
  images.map((number) => wechat.ledger.charges(hashOf(imageOf(number))))

const script = ({ wechat }: Line, ...faults: readonly Fault[]): void =>
  wechat.faults.add(...faults.map((fault) => ({ at: recognitionPath, fault })))

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()))

/** A wait that lasts until the test says so, or until it is not waited for any more. */
function handWait() {
  const over = Promise.withResolvers<void>()
  return {
    pass: () => over.resolve(),
    wait: (_ms: number, signal: AbortSignal): Promise<void> =>
      Promise.race([over.promise, untilAborted(signal)]),
  }
}

/** A recognizer to whom a single call is left today. */
const withOneCall = (recognizer: Recognizer, { parts }: Line): Recognizer =>
  counted(recognizer, {
    ledger: createMemoryStores().quota,
    account: 'wx1',
    limit: 1,
    now: () => new Date('2026-11-24T02:00:00Z'),
    onCount: () => {},
    gate: parts.gate,
    waitsWhenSpent: true,
  })

describe('what concerns the account holds all images back', () => {
  it.each([
    [
      'row 40, too many calls in a minute',
      { kind: 'errcode', errcode: 45011, errmsg: 'slower' },
      60_000,
    ],
    ['row 40, a busy gateway', { kind: 'status', status: 429 }, 60_000],
    ['a busy WeChat', { kind: 'errcode', errcode: -1, errmsg: 'system error' }, 1_000],
  ] as const)('%s: nobody calls until the pause is over', async (_, fault, pause) => {
    const { wait, pass } = handWait()
    const line = await openLine({ wait })
    script(line, fault)
    const first = createUploadRecognizer(line.parts).recognize(sourceOf(9), never, unheard)
    await expect.poll(() => line.holds).toHaveLength(1)
    const rest = readAll(line)
    await line.parts.transport.send({ method: 'GET', url: new URL(line.wechat.url) }, never)
    expect(askedFor(line.wechat, recognitionPath)).toBe(1)
    pass()
    expect(kindsOf(await Promise.all([first, ...rest]))).toEqual(Array(7).fill('read'))
    expect(chargesOf(line)).toEqual(Array(6).fill(1))
    expect(line.waits).toEqual([pause])
    expect(line.holds).toEqual([{ kind: 'pause', failure: expect.anything() }, null])
  })

  it('no network: all wait, nothing is billed, and they go on by themselves (fault 26)', async () => {
    const line = await openLine()
    await line.parts.tokens.token(never)
    const { port } = new URL(line.wechat.url)
    await line.wechat.close()
    const reading = readAll(line)
    await expect.poll(() => line.holds).toHaveLength(1)
    const again = await startFakeWeChat({
      port: Number(port),
      answerFor: () => ({ name: '余明远' }),
    })
    onTestFinished(() => again.close())
    expect(kindsOf(await Promise.all(reading))).toEqual(Array(6).fill('read'))
    expect(chargesOf({ ...line, wechat: again })).toEqual(Array(6).fill(1))
    expect(line.holds.map((hold) => hold?.kind)).toEqual(['unreachable', undefined])
  })

  it('a captive portal: the image that met it is unknown, no other is sent into it (fault 29)', async () => {
    const { wait, pass } = handWait()
    const line = await openLine({ wait })
    script(line, { kind: 'html', status: 200 })
    line.wechat.faults.add({ at: probePath, fault: { kind: 'html', status: 200 } })
    const first = await createUploadRecognizer(line.parts).recognize(sourceOf(9), never, unheard)
    const rest = readAll(line)
    pass()
    expect(kindsOf([first, ...(await Promise.all(rest))])).toEqual([
      'outcome-unknown',
      ...Array(6).fill('read'),
    ])
    expect(askedFor(line.wechat, recognitionPath)).toBe(7)
    expect(askedFor(line.wechat, probePath)).toBe(2)
    expect(line.holds.map((hold) => hold?.kind)).toEqual(['unreachable', undefined])
  })

  it('an answer that was lost: what stands in line behind it does not leave (fault 29)', async () => {
    const { wait, pass } = handWait()
    const line = await openLine({ wait, way: (transport) => limitTransport(transport, 1) })
    await line.parts.tokens.token(never)
    script(line, { kind: 'reset-after-upload' })
    const reading = readAll(line)
    await Promise.race(reading)
    await line.parts.transport.send({ method: 'GET', url: new URL(line.wechat.url) }, never)
    expect(askedFor(line.wechat, recognitionPath)).toBe(1)
    pass()
    expect(kindsOf(await Promise.all(reading)).toSorted()).toEqual([
      'outcome-unknown',
      ...Array(5).fill('read'),
    ])
    expect(chargesOf(line)).toEqual(Array(6).fill(1))
  })

  it('a token service that is not reached while WeChat is: ends, and says so', async () => {
    const address = new URL('http://127.0.0.1:9/token')
    const line = await openLine({
      tokens: ({ transport }) =>
        createServiceTokens({ transport }, { address, tokenPath: 'access_token' }),
    })
    const [first] = readAll(line)
    expect(await first).toMatchObject({ error: { kind: 'no-connection' } })
    expect(line.holds.at(-1)).toMatchObject({ kind: 'stopped', failure: { kind: 'no-connection' } })
  })

  it('the last call of a day: whoever has it is not held back by those who have none', async () => {
    const line = await openLine({ wait: (_, signal) => untilAborted(signal) })
    script(line, { kind: 'errcode', errcode: 40001, errmsg: 'invalid credential' })
    const recognizer = withOneCall(createUploadRecognizer(line.parts), line)
    const abort = new AbortController()
    const last = recognizer.recognize(sourceOf(0), never, unheard)
    const without = recognizer.recognize(sourceOf(1), abort.signal, unheard)
    expect(kindsOf([await last])).toEqual(['read'])
    expect(line.holds.map((hold) => hold?.kind)).toEqual(['spent'])
    abort.abort()
    expect(kindsOf([await without])).toEqual(['cancelled'])
    await expect.poll(() => line.holds.at(-1)).toBeNull()
  })

  it('a call that was kept free and not needed goes to who waits for the next day', async () => {
    const line = await openLine({ wait: (_, signal) => untilAborted(signal) })
    const inner = new HeldRecognizer({ isPaid: false })
    const recognizer = withOneCall(inner, line)
    const last = recognizer.recognize(sourceOf(0), never, unheard)
    const next = recognizer.recognize(sourceOf(1), never, unheard)
    await inner.answer({ ok: false, error: { kind: 'damaged', message: '' } })
    await last
    await inner.wasAsked(2)
    await inner.answer()
    expect(kindsOf([await next])).toEqual(['read'])
  })

  it('a wrong secret: WeChat is asked once, and one message is told (fault 42)', async () => {
    const wechat = await startKnowing({ accounts: [{ ...sampleAccount, appSecret: 'another' }] })
    const line = await openLine({ wechat })
    expect(kindsOf(await Promise.all(readAll(line)))).toEqual(Array(6).fill('wrong-secret'))
    expect(wechat.ledger.entries.map(({ path }) => path)).toEqual([stablePath])
    expect(line.holds).toEqual([
      { kind: 'stopped', failure: expect.objectContaining({ code: 40125 }) },
    ])
  })

  it('a wrong secret where a person is there: all wait, end at once when cancelled (fault 42)', async () => {
    const wechat = await startKnowing({ accounts: [{ ...sampleAccount, appSecret: 'another' }] })
    const line = await openLine({ wechat, whenStopped: 'wait' })
    const abort = new AbortController()
    const reading = readAll(line, abort.signal)
    await expect.poll(() => line.holds).toHaveLength(1)
    expect(wechat.ledger.entries).toHaveLength(1)
    abort.abort()
    expect(kindsOf(await Promise.all(reading))).toEqual(Array(6).fill('cancelled'))
    await expect.poll(() => line.holds.map((hold) => hold?.kind)).toEqual(['stopped', undefined])
  })

  it('a right that is given while they wait: they go on when a person says so', async () => {
    const wechat = await startKnowing({ accounts: [{ ...sampleAccount, granted: false }] })
    const line = await openLine({ wechat, whenStopped: 'wait' })
    const first = createUploadRecognizer(line.parts).recognize(sourceOf(9), never, unheard)
    await expect.poll(() => line.holds).toHaveLength(1)
    const reading = [first, ...readAll(line)]
    const account = wechat.accounts.get(sampleAccount.appId)
    if (account !== undefined) account.settings.granted = true
    line.parts.gate.again()
    expect(kindsOf(await Promise.all(reading))).toEqual(Array(7).fill('read'))
    expect(chargesOf(line)).toEqual(Array(6).fill(1))
  })

  it('a quota that is gone in the middle: the rest waits for the next day in China (fault 44)', async () => {
    let now = new Date('2026-11-24T15:59:30Z')
    const wechat = await startKnowing({
      now: () => now.getTime(),
      accounts: [{ ...sampleAccount, dailyLimit: 2 }],
    })
    const line = await openLine({
      wechat,
      now: () => now,
      wait: async () => {
        now = new Date(now.getTime() + 60_000)
      },
    })
    const ledger = createMemoryStores().quota
    const recognizer = counted(createUploadRecognizer(line.parts), {
      ledger,
      account: 'wx1',
      limit: 100,
      now: () => now,
      onCount: () => {},
      gate: line.parts.gate,
      waitsWhenSpent: true,
    })
    const kinds: string[] = []
    for (const number of [0, 1, 2]) {
      const [kind = ''] = kindsOf([await recognizer.recognize(sourceOf(number), never, unheard)])
      kinds.push(kind)
    }
    expect(kinds).toEqual(['read', 'read', 'read'])
    expect(ledger.day('wx1', '2026-11-24')).toEqual({ used: 2, isClosed: true })
    expect(ledger.day('wx1', '2026-11-25')).toEqual({ used: 1, isClosed: false })
    expect(line.holds.map((hold) => hold?.kind)).toEqual(['spent', undefined])
    expect(line.holds[0]?.failure.code).toBe(45009)
  })
})

const probePath = '/cgi-bin/get_api_domain_ip'
