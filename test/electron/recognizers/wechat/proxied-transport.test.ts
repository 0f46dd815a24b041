import { createServer } from 'node:https'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import {
  createProxiedTransport,
  proxyIn,
} from '../../../../electron/recognizers/wechat/proxied-transport.ts'
import { createStableTokens } from '../../../../electron/recognizers/wechat/tokens/account-tokens.ts'
import { createUploadRecognizer } from '../../../../electron/recognizers/wechat/upload.ts'
import { openProxy } from '../../../fakes/connect-proxy.ts'
import { openSocksProxy } from '../../../fakes/socks-proxy.ts'
import { sampleAccount } from '../../../fakes/wechat/fake-wechat.ts'
import { hashOf, imageOf, openLine, sourceOf, startKnowing } from './line.ts'
import { selfSigned } from './self-signed.ts'
import { serveWith } from './server.ts'
import { unheard } from '../../../fakes/fake-recognizer.ts'

const never = new AbortController().signal

afterEach(() => void vi.unstubAllEnvs())

function transportBy(
  resolveProxy: (url: string) => Promise<string>,
  certificates: readonly string[] = [],
) {
  const transport = createProxiedTransport({ resolveProxy, certificates: () => certificates })
  onTestFinished(() => transport.close())
  return transport
}

it.each([
  ['DIRECT', ''],
  ['PROXY 10.0.0.1:8080; DIRECT', 'http://10.0.0.1:8080'],
  ['HTTPS proxy.example:443', 'https://proxy.example:443'],
  ['SOCKS5 10.0.0.1:1080', 'socks5://10.0.0.1:1080'],
  ['SOCKS 10.0.0.1:1080', 'socks5://10.0.0.1:1080'],
  ['SOCKS4 10.0.0.1:1080; PROXY 10.0.0.2:3128', 'http://10.0.0.2:3128'],
  ['', ''],
])('takes from “%s” the way “%s”', (said, proxy) => {
  expect(proxyIn(said)).toBe(proxy)
})

it('goes direct where the system says so, and asks for the host alone, never for the token', async () => {
  const server = await serveWith((request, response) => response.end(request.url))
  const asked: string[] = []
  const transport = transportBy(async (url) => {
    asked.push(url)
    return 'DIRECT'
  })
  const url = new URL('/cv/ocr?access_token=canary', server)
  const outcome = await transport.send({ method: 'GET', url }, never)
  expect(outcome).toMatchObject({ kind: 'answered', status: 200 })
  expect(asked).toEqual([server.origin])
})

/** A WeChat over TLS that nobody vouches for but this test. */
async function serveOverTls(): Promise<{ readonly url: URL; readonly cert: string }> {
  const { key, cert } = selfSigned()
  const server = createServer({ key, cert }, (request, response) => {
    request.resume().on('end', () => response.end(JSON.stringify({ path: request.url })))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return { url: new URL(`https://127.0.0.1:${port}/cv/ocr?access_token=canary`), cert }
}

it('goes through a tunnel of the proxy that the system names, which sees neither token nor image', async () => {
  const { url, cert } = await serveOverTls()
  const proxy = await openProxy()
  const transport = transportBy(async () => `PROXY ${proxy.host}; DIRECT`, [cert])
  const body = Buffer.from('canary image')
  for (let time = 1; time <= 2; time += 1) {
    const outcome = await transport.send({ method: 'POST', url, body }, never)
    expect(outcome).toMatchObject({ kind: 'answered', status: 200 })
    expect(String(outcome.kind === 'answered' && outcome.body)).toContain('access_token=canary')
  }
  expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT ${url.host}`]))
  expect(proxy.heads.join()).not.toContain('canary')
})

it('goes through a SOCKS proxy, which speaks no TLS itself', async () => {
  const { url, cert } = await serveOverTls()
  const proxy = await openSocksProxy()
  const transport = transportBy(async () => `SOCKS5 ${proxy.host}`, [cert])
  const outcome = await transport.send({ method: 'POST', url, body: Buffer.from('x') }, never)
  expect(outcome).toMatchObject({ kind: 'answered', status: 200 })
  expect(proxy.asked).toEqual([Number(url.port)])
})

it('row 31: says that a proxy asks for a login; nothing reached WeChat', async () => {
  const { url, cert } = await serveOverTls()
  const proxy = await openProxy({ asksForLogin: true })
  const transport = transportBy(async () => `PROXY ${proxy.host}`, [cert])
  const outcome = await transport.send({ method: 'POST', url, body: Buffer.from('x') }, never)
  expect(outcome).toMatchObject({ kind: 'never-left', cause: 'proxy-login' })
  expect(proxy.asked).toEqual([`CONNECT ${url.host}`])
})

it.each([undefined, '0'])(
  'row 28: trusts no certificate behind a proxy that the system does not trust, nor such a proxy, also where the environment says %s',
  async (said) => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', said)
    const { url } = await serveOverTls()
    const proxy = await openProxy()
    const socks = await openSocksProxy()
    for (const way of [`PROXY ${proxy.host}`, `HTTPS ${url.host}`, `SOCKS5 ${socks.host}`]) {
      const transport = transportBy(async () => way)
      const outcome = await transport.send({ method: 'POST', url, body: Buffer.from('x') }, never)
      expect(outcome).toMatchObject({ kind: 'never-left', cause: 'tls' })
    }
  },
)

it('reads a license through a proxy, and is told where the proxy refuses', async () => {
  const proxy = await openProxy()
  const transport = transportBy(async () => `PROXY ${proxy.host}`)
  const wechat = await startKnowing()
  const base = new URL(wechat.url)
  const { parts } = await openLine({ wechat })
  const tokens = createStableTokens({ transport, base }, sampleAccount)
  const recognizer = createUploadRecognizer({ ...parts, transport, tokens })
  expect((await recognizer.recognize(sourceOf(1), never, unheard)).ok).toBe(true)
  expect(wechat.ledger.charges(hashOf(imageOf(1)))).toBe(1)
  expect(new Set(proxy.asked.map((asked) => asked.split(' ')[1]))).toEqual(new Set([base.host]))

  const refusing = await openProxy({ asksForLogin: true })
  const shut = transportBy(async () => `PROXY ${refusing.host}`)
  const other = createUploadRecognizer({
    ...parts,
    transport: shut,
    tokens: createStableTokens({ transport: shut, base }, sampleAccount),
  })
  expect(await other.recognize(sourceOf(2), never, unheard)).toMatchObject({
    error: { kind: 'proxy-login' },
  })
  expect(wechat.ledger.charges(hashOf(imageOf(2)))).toBe(0)
})

it('ends at once when it is cancelled, although the system does not say which way', async () => {
  const abort = new AbortController()
  const transport = transportBy(() => new Promise(() => {}))
  const sending = transport.send(
    { method: 'GET', url: new URL('https://127.0.0.1/') },
    abort.signal,
  )
  abort.abort()
  expect(await sending).toEqual({ kind: 'cancelled', mayHaveLeft: false })
})

it('goes direct where the system cannot say', async () => {
  const server = await serveWith((_, response) => response.end('{}'))
  const transport = transportBy(() => Promise.reject(new Error('no session')))
  const outcome = await transport.send({ method: 'GET', url: server }, never)
  expect(outcome.kind).toBe('answered')
})
