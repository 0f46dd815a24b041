import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Failure } from '../../../../core/license/failure.ts'
import type { Result } from '../../../../core/result.ts'
import { addressIn } from '../../../../core/wechat/refusal.ts'
import {
  createClassicTokens,
  createStableTokens,
} from '../../../../electron/recognizers/wechat/tokens/account-tokens.ts'
import type { Transport } from '../../../../electron/recognizers/wechat/transport.ts'
import { createPlatformTokens } from '../../../../electron/recognizers/wechat/tokens/platform-tokens.ts'
import { createServiceTokens } from '../../../../electron/recognizers/wechat/tokens/service-tokens.ts'
import type {
  Token,
  TokenSource,
} from '../../../../electron/recognizers/wechat/tokens/token-source.ts'
import { createUploadRecognizer } from '../../../../electron/recognizers/wechat/upload.ts'
import { sampleAccount, samplePlatform, sampleService } from '../../../fakes/wechat/fake-wechat.ts'
import { serveWith } from './server.ts'
import { askedFor, never, openLine, sourceOf, stablePath, startKnowing } from './line.ts'
import { unheard } from '../../../fakes/fake-recognizer.ts'

/** A clock of the fake and a monotonic one of the desk, moved together or apart. */
function clocks() {
  let [server, desk] = [Date.UTC(2026, 10, 18), 5_000]
  return {
    server: () => server,
    desk: () => desk,
    pass: (seconds: number) => {
      server += seconds * 1000
      desk += seconds * 1000
    },
    turnServer: (seconds: number) => {
      server += seconds * 1000
    },
  }
}

async function get(source: TokenSource): Promise<Token> {
  const result = await source.token(never)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const kindOf = (result: Result<unknown, Failure>): string => (result.ok ? 'ok' : result.error.kind)

describe('a stable token', () => {
  it('is asked for once, however many want it', async () => {
    const { wechat, parts } = await openLine()
    const tokens = await Promise.all(Array.from({ length: 8 }, () => get(parts.tokens)))
    expect(new Set(tokens.map(({ value }) => value)).size).toBe(1)
    expect(await get(parts.tokens)).toEqual(tokens[0])
    expect(askedFor(wechat, stablePath)).toBe(1)
  })

  it('is used with little time left, and renewed when that is over', async () => {
    const clock = clocks()
    const wechat = await startKnowing({ now: clock.server })
    const other = await openLine({ wechat })
    const first = await get(other.parts.tokens)
    clock.pass(7200 - 345)
    const { parts } = await openLine({
      wechat,
      tokens: (line) => createStableTokens({ ...line, now: clock.desk }, sampleAccount),
    })
    expect(await get(parts.tokens)).toEqual(first)
    clock.pass(300)
    expect(await get(parts.tokens)).toEqual(first)
    expect(askedFor(wechat, stablePath)).toBe(2)
    clock.pass(30)
    expect(await get(parts.tokens)).not.toEqual(first)
    expect(askedFor(wechat, stablePath)).toBe(3)
  })

  it('lives by the monotonic clock, whatever day the server has (fault 22)', async () => {
    const clock = clocks()
    const wechat = await startKnowing({ now: clock.server })
    const { parts } = await openLine({
      wechat,
      tokens: (line) => createStableTokens({ ...line, now: clock.desk }, sampleAccount),
    })
    const first = await get(parts.tokens)
    clock.turnServer(-86_400)
    expect(await get(parts.tokens)).toEqual(first)
    expect(askedFor(wechat, stablePath)).toBe(1)
  })

  it('does not grow old when the clock of this PC is turned (fault 22)', async () => {
    const { wechat, parts } = await openLine()
    const first = await get(parts.tokens)
    onTestFinished(() => void vi.useRealTimers())
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 })
    expect(await get(parts.tokens)).toEqual(first)
    expect(askedFor(wechat, stablePath)).toBe(1)
  })

  it('is replaced once when several were refused with it (fault 25, fault 41)', async () => {
    const { wechat, parts } = await openLine()
    const old = await get(parts.tokens)
    wechat.faults.add({ at: '/cv/ocr/drivinglicense', fault: { kind: 'revoke-token' } })
    const recognizer = createUploadRecognizer(parts)
    const results = await Promise.all(
      [0, 1, 2, 3].map((number) => recognizer.recognize(sourceOf(number), never, unheard)),
    )
    expect(results.map(kindOf)).toEqual(['ok', 'ok', 'ok', 'ok'])
    expect(askedFor(wechat, stablePath)).toBe(2)
    parts.tokens.refused(old)
    await get(parts.tokens)
    expect(askedFor(wechat, stablePath)).toBe(2)
  })

  it('is forced only when WeChat gives the refused one again', async () => {
    const { wechat, parts } = await openLine()
    const old = await get(parts.tokens)
    parts.tokens.refused(old)
    expect(await get(parts.tokens)).not.toEqual(old)
    expect(askedFor(wechat, stablePath)).toBe(3)
  })

  it('is not waited for by one who leaves', async () => {
    const { wechat, parts } = await openLine()
    wechat.faults.add({ at: stablePath, fault: { kind: 'delay', ms: 300 } })
    const abort = new AbortController()
    const left = parts.tokens.token(abort.signal)
    const stays = get(parts.tokens)
    abort.abort()
    expect(kindOf(await left)).toBe('cancelled')
    expect((await stays).value).toHaveLength(512)
    expect(askedFor(wechat, stablePath)).toBe(1)
  })

  it.each([
    ['wrong-app-id', { appId: 'wxunknown', appSecret: 'canary-secret' }],
    ['wrong-secret', { appId: sampleAccount.appId, appSecret: 'canary-secret' }],
    ['settings-incomplete', { appId: sampleAccount.appId, appSecret: '' }],
  ])('is refused as %s, without naming the secret (fault 42)', async (kind, credentials) => {
    const { parts } = await openLine({ tokens: (line) => createStableTokens(line, credentials) })
    const result = await parts.tokens.token(never)
    expect(kindOf(result)).toBe(kind)
    expect(JSON.stringify(result)).not.toContain('canary')
  })

  it('is refused to an address that is not listed, which is named (fault 43)', async () => {
    const wechat = await startKnowing({
      accounts: [{ ...sampleAccount, ipList: ['192.0.2.1'] }],
      callerAddress: '203.0.113.9',
    })
    const { parts } = await openLine({ wechat })
    const result = await parts.tokens.token(never)
    if (result.ok) throw new Error('was given')
    expect(result.error).toMatchObject({ kind: 'address-not-listed', code: 40164 })
    expect(result.error.rid).toMatch(/^[\da-f]+-/)
    expect(addressIn(result.error.message)).toBe('203.0.113.9')
  })

  it.each([
    ['not-wechat', { kind: 'html', status: 200 }],
    ['not-wechat', { kind: 'redirect', to: 'http://127.0.0.1:9/' }],
    ['no-proper-answer', { kind: 'status', status: 503 }],
    ['no-proper-answer', { kind: 'truncated' }],
    ['no-proper-answer', { kind: 'gzip-bomb' }],
    ['no-proper-answer', { kind: 'reset-after-upload' }],
  ] as const)('ends as %s (fault 29)', async (kind, fault) => {
    const { wechat, parts } = await openLine()
    wechat.faults.add({ at: stablePath, fault })
    expect(kindOf(await parts.tokens.token(never))).toBe(kind)
    expect(kindOf(await parts.tokens.token(never))).toBe('ok')
  })
})

describe('a classic token', () => {
  it('is got and kept', async () => {
    const { wechat, parts } = await openLine({
      tokens: (line) => createClassicTokens(line, sampleAccount),
    })
    const first = await get(parts.tokens)
    expect(await get(parts.tokens)).toEqual(first)
    expect(askedFor(wechat, '/cgi-bin/token')).toBe(1)
    expect((await createUploadRecognizer(parts).recognize(sourceOf(1), never, unheard)).ok).toBe(
      true,
    )
  })
})

describe("a merchant's token", () => {
  const componentPath = '/cgi-bin/component/api_component_token'
  const authorizerPath = '/cgi-bin/component/api_authorizer_token'

  async function merchant(keepRefreshToken: (token: string) => Promise<void>, ticket?: string) {
    const wechat = await startKnowing()
    return openLine({
      wechat,
      tokens: (line) =>
        createPlatformTokens(
          { ...line, keepRefreshToken },
          {
            componentAppId: samplePlatform.appId,
            componentAppSecret: samplePlatform.appSecret,
            ticket: ticket ?? wechat.platform.pushTicket(),
            authorizerAppId: sampleAccount.appId,
            refreshToken: sampleAccount.refreshToken,
          },
        ),
    })
  }

  it('is got through the platform, and every new refresh token kept', async () => {
    const kept: string[] = []
    const { wechat, parts } = await merchant(async (token) => void kept.push(token))
    const recognizer = createUploadRecognizer(parts)
    expect((await recognizer.recognize(sourceOf(1), never, unheard)).ok).toBe(true)
    wechat.faults.add({ at: '/cv/ocr/drivinglicense', fault: { kind: 'revoke-token' } })
    expect((await recognizer.recognize(sourceOf(2), never, unheard)).ok).toBe(true)
    expect(kept).toHaveLength(2)
    expect(kept[1]).toBe(wechat.accounts.get(sampleAccount.appId)?.settings.refreshToken)
    expect(askedFor(wechat, componentPath)).toBe(1)
    expect(askedFor(wechat, authorizerPath)).toBe(2)
  })

  it('is got again with a new component token when that was refused, once', async () => {
    const { wechat, parts } = await merchant(async () => {})
    const refused = { kind: 'errcode', errcode: 42001, errmsg: 'access_token expired' } as const
    wechat.faults.add({ at: authorizerPath, fault: refused })
    expect((await get(parts.tokens)).value).toHaveLength(512)
    expect(askedFor(wechat, componentPath)).toBe(2)
  })

  it('is not used when the new refresh token cannot be kept, but is not lost either', async () => {
    let isFull = true
    const kept: string[] = []
    const { parts } = await merchant(async (token) => {
      if (isFull) throw new Error(`no room for ${token}`)
      kept.push(token)
    })
    const result = await parts.tokens.token(never)
    expect(result).toEqual({
      ok: false,
      error: {
        kind: 'authorization-not-kept',
        message: 'the new refresh token could not be stored',
      },
    })
    isFull = false
    await get(parts.tokens)
    expect(kept).toHaveLength(1)
  })

  it('keeps a refresh token that could not be kept at first, also when WeChat gives the same again', async () => {
    const { wechat, parts } = await openLine()
    const said = {
      component_access_token: 'component',
      authorizer_access_token: 'token',
      authorizer_refresh_token: 'refresh-2',
    }
    const body = Buffer.from(JSON.stringify(said))
    const transport: Transport = {
      ...parts.transport,
      send: async () => ({ kind: 'answered', status: 200, body }),
    }
    const kept: string[] = []
    let isFull = true
    const tokens = createPlatformTokens(
      {
        transport,
        base: new URL(wechat.url),
        async keepRefreshToken(token) {
          if (isFull) throw new Error('no room')
          kept.push(token)
        },
      },
      {
        componentAppId: samplePlatform.appId,
        componentAppSecret: samplePlatform.appSecret,
        ticket: 'ticket',
        authorizerAppId: sampleAccount.appId,
        refreshToken: 'refresh-1',
      },
    )
    expect(kindOf(await tokens.token(never))).toBe('authorization-not-kept')
    isFull = false
    expect(kindOf(await tokens.token(never))).toBe('ok')
    expect(kept).toEqual(['refresh-2'])
  })

  it('is refused with a ticket that is wrong, without naming it', async () => {
    const { parts } = await merchant(async () => {}, 'ticket@@@canary')
    const result = await parts.tokens.token(never)
    expect(kindOf(result)).toBe('authorization-lost')
    expect(JSON.stringify(result)).not.toContain('canary')
  })
})

describe('a token of the company’s service', () => {
  it('is not asked for by a header that cannot be sent, and that is said', async () => {
    const { parts } = await openLine()
    const tokens = createServiceTokens(parts, {
      address: new URL('http://127.0.0.1:9/'),
      header: { name: 'x-key', value: '密钥' },
      tokenPath: 'access_token',
    })
    expect(kindOf(await tokens.token(never))).toBe('token-service-refused')
  })

  const service = (base: URL) => ({
    address: new URL('/service/token', base),
    header: { name: sampleService.header, value: sampleService.key },
    tokenPath: 'data.access_token',
    expiryPath: 'data.expires_in',
    refusedHeader: sampleService.refusedHeader,
  })

  it('is got by its settings; a refused one is named and renewed once for all desks', async () => {
    const wechat = await startKnowing()
    const desks = await Promise.all(
      [0, 1].map(() =>
        openLine({ wechat, tokens: (line) => createServiceTokens(line, service(line.base)) }),
      ),
    )
    const before = await Promise.all(desks.map(({ parts }) => get(parts.tokens)))
    expect(before[0]).toEqual(before[1])
    for (const [at, { parts }] of desks.entries()) {
      const token = before[at]
      if (token !== undefined) parts.tokens.refused(token)
    }
    const after = await Promise.all(desks.map(({ parts }) => get(parts.tokens)))
    expect(after[0]).toEqual(after[1])
    expect(after[0]).not.toEqual(before[0])
    expect(askedFor(wechat, '/service/token')).toBe(4)
  })

  it.each([
    ['a wrong key', { header: { name: sampleService.header, value: 'canary-key' } }],
    ['a wrong path', { tokenPath: 'data.token' }],
    ['a path through a text', { tokenPath: 'data.access_token.length' }],
    ['a wrong path of its expiry', { expiryPath: 'data.access_token' }],
  ])('is missing with %s', async (_, wrong) => {
    const { parts } = await openLine({
      tokens: (line) => createServiceTokens(line, { ...service(line.base), ...wrong }),
    })
    const result = await parts.tokens.token(never)
    expect(kindOf(result)).toBe('token-service-refused')
    expect(JSON.stringify(result)).not.toContain('canary')
  })

  it('is kept until it is refused when nobody says how long it lives', async () => {
    const named: unknown[] = []
    const address = await serveWith(({ headers }, response) => {
      named.push(headers['x-refused'])
      response.end(`{"token":"t${named.length}"}`)
    })
    const { parts } = await openLine({
      tokens: (line) =>
        createServiceTokens(line, { address, tokenPath: 'token', refusedHeader: 'x-refused' }),
    })
    expect(await get(parts.tokens)).toEqual({ value: 't1' })
    expect(await get(parts.tokens)).toEqual({ value: 't1' })
    parts.tokens.refused({ value: 't1' })
    expect(await get(parts.tokens)).toEqual({ value: 't2' })
    expect(named).toEqual([undefined, 't1'])
  })
})
