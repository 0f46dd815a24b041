import { createServer } from 'node:https'
import net from 'node:net'
import { gzipSync } from 'node:zlib'
import { Dispatcher, ProxyAgent } from 'undici'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  defaultBaseAddress,
  safeAddress,
} from '../../../../electron/recognizers/wechat/addresses.ts'
import { encodeMultipart } from '../../../../electron/recognizers/wechat/multipart.ts'
import { whyNeverLeft } from '../../../../electron/recognizers/wechat/outcome.ts'
import {
  createAgent,
  createTransport,
  type Transport,
  type TransportOptions,
} from '../../../../electron/recognizers/wechat/transport.ts'
import { readMultipart } from '../../../fakes/wechat/multipart.ts'
import { shortest } from './line.ts'
import { selfSigned } from './self-signed.ts'
import { serveWith } from './server.ts'

const never = new AbortController().signal
const image = Buffer.alloc(200_000, 7)

function transportWith(options: Partial<TransportOptions> = {}): Transport {
  const transport = createTransport(options)
  onTestFinished(() => transport.close())
  return transport
}

const post = (url: URL, transport = transportWith(), signal = never) =>
  transport.send({ method: 'POST', url, body: image }, signal)

/** A port on which every connection is handed to `meet`, closed when the test ends. */
async function listen(meet: (socket: net.Socket) => void): Promise<number> {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    meet(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return portOf(server)
}

function portOf(server: net.Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A port on which nobody listens. */
async function deadPort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

afterEach(() => void vi.unstubAllEnvs())

describe('a form', () => {
  it('is what WeChat takes: a plain boundary, an ASCII file name, the file last', () => {
    const { contentType, body } = encodeMultipart([
      { name: 'key', value: '路径/1.jpg' },
      { name: 'img', bytes: image, type: 'image/png' },
    ])
    expect(contentType).toMatch(/^multipart\/form-data; boundary=[\w-]+$/)
    expect(readMultipart(contentType, body)).toEqual([
      { name: 'key', bytes: Buffer.from('路径/1.jpg') },
      { name: 'img', filename: 'license.png', contentType: 'image/png', bytes: image },
    ])
  })
})

describe('an address that secrets are sent to', () => {
  it.each([
    [defaultBaseAddress, true],
    ['http://127.0.0.1:8080', true],
    ['http://[::1]:8080', true],
    ['http://localhost:8080', true],
    ['http://api.weixin.qq.com', false],
    ['http://127.0.0.1.example', false],
    ['https://user:word@api.weixin.qq.com', false],
    ['ftp://127.0.0.1', false],
    ['api.weixin.qq.com', false],
  ])('%s: %s', (text, isSafe) => {
    expect(safeAddress(text) !== undefined).toBe(isSafe)
  })
})

describe('an error before the first byte', () => {
  it.each([
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['ECONNREFUSED', 'connect'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connect'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
    ['EPROTO', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ])('%s is about %s', (code, cause) => {
    expect(whyNeverLeft(Object.assign(new Error('words'), { code }))).toBe(cause)
  })
})

describe('the transport', () => {
  it('sends with its length, without compression, and gives the bytes back', async () => {
    const url = await serveWith(({ headers, url: path }, response, body) =>
      response.end(JSON.stringify([headers, path, body.length])),
    )
    const outcome = await post(new URL('/a?b=%2F', url))
    if (outcome.kind !== 'answered') throw new Error(outcome.kind)
    expect(outcome.status).toBe(200)
    expect(JSON.parse(outcome.body.toString())).toEqual([
      expect.objectContaining({ 'content-length': '200000', 'accept-encoding': 'identity' }),
      '/a?b=%2F',
      200_000,
    ])
  })

  it('answers with 4xx too', async () => {
    const url = await serveWith((_, response) => response.writeHead(412).end('no'))
    expect(await post(url)).toMatchObject({ kind: 'answered', status: 412 })
  })

  it.each([
    [500, 'server-error'],
    [503, 'server-error'],
    [302, 'redirect'],
  ])('does not know what became of it after %i (fault 30, fault 39)', async (status, cause) => {
    let asked = 0
    const url = await serveWith((_, response) => {
      asked += 1
      response.writeHead(status, { location: '/elsewhere' }).end('{"errcode":0}')
    })
    expect(await post(url)).toEqual({ kind: 'unknown', cause, detail: String(status) })
    expect(asked).toBe(1)
  })

  it('stops an answer without end, and one that says it is long (fault 36)', async () => {
    const endless = await serveWith((_, response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(65_536))) if (response.destroyed) return
      }
      response.on('drain', more)
      more()
    })
    expect(await post(endless)).toMatchObject({ kind: 'unknown', cause: 'too-large' })
    const long = await serveWith((_, response) => response.end(Buffer.alloc(1_048_577)))
    expect(await post(long)).toMatchObject({ kind: 'unknown', cause: 'too-large' })
    const fits = await serveWith((_, response) => response.end(Buffer.alloc(1_048_576)))
    expect(await post(fits)).toMatchObject({ kind: 'answered' })
  })

  it('takes nothing compressed (fault 37)', async () => {
    const url = await serveWith((_, response) =>
      response.setHeader('content-encoding', 'gzip').end(gzipSync('{"errcode":0}')),
    )
    expect(await post(url)).toMatchObject({ kind: 'unknown', cause: 'compressed' })
  })

  it('does not know after a reset, and does not send again (fault 32)', async () => {
    let asked = 0
    const url = await serveWith((request) => {
      asked += 1
      request.socket.resetAndDestroy()
    })
    const transport = transportWith()
    expect(await post(url, transport)).toMatchObject({ kind: 'unknown', cause: 'broken' })
    expect(await transport.send({ method: 'GET', url }, never)).toMatchObject({
      kind: 'unknown',
      cause: 'broken',
    })
    expect(asked).toBe(2)
  })

  it('stops a dispatcher that would send a second time by itself', async () => {
    class Eager extends Dispatcher {
      readonly stopped: string[] = []
      override dispatch(_: object, handler: Dispatcher.DispatchHandler): boolean {
        for (const name of ['first', 'second'])
          handler.onRequestStart?.(
            {
              aborted: false,
              paused: false,
              reason: null,
              abort: () => this.stopped.push(name),
              pause: () => {},
              resume: () => {},
            },
            null,
          )
        return true
      }
      override destroy = (): Promise<void> => Promise.resolve()
    }
    const dispatcher = new Eager()
    const outcome = await post(new URL('http://127.0.0.1'), transportWith({ dispatcher }))
    expect(outcome).toMatchObject({ kind: 'unknown', cause: 'broken' })
    expect(dispatcher.stopped).toContain('second')
    expect(dispatcher.stopped).not.toContain('first')
  })

  it('does not know after an answer that was cut off (fault 34)', async () => {
    const url = await serveWith((request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{"errcode"')
      response.on('drain', () => {})
      setImmediate(() => request.socket.destroy())
    })
    expect(await post(url)).toMatchObject({ kind: 'unknown', cause: 'broken' })
  })

  it('has one deadline, also for an answer drop by drop (fault 33)', async () => {
    const url = await serveWith((_, response) => {
      const drop = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(drop))
    })
    const outcome = await post(url, transportWith({ deadline: shortest }))
    expect(outcome).toEqual({ kind: 'unknown', cause: 'deadline', detail: 'deadline' })
  })

  it('knows that nothing left when nobody listens or the name is unknown (fault 27)', async () => {
    const refused = await post(new URL(`http://127.0.0.1:${await deadPort()}`))
    expect(refused).toEqual({ kind: 'never-left', cause: 'connect', detail: 'ECONNREFUSED' })
    expect(await post(new URL('http://nowhere.invalid'))).toMatchObject({
      kind: 'never-left',
      cause: 'dns',
    })
  })

  it('knows that nothing left when the other side speaks no TLS (fault 28)', async () => {
    const url = await serveWith((_, response) => response.end())
    const outcome = await post(new URL(url.href.replace('http:', 'https:')))
    expect(outcome).toMatchObject({ kind: 'never-left', cause: 'tls' })
  })

  it.each([undefined, '0'])(
    'sends nothing under a certificate that nobody vouches for, unless the system does, also where the environment says %s (fault 28)',
    async (said) => {
      vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', said)
      const { key, cert } = selfSigned()
      const server = createServer({ key, cert }, (_, response) => response.end('{}'))
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      onTestFinished(() => void server.close())
      const url = new URL(`https://127.0.0.1:${portOf(server)}`)
      expect(await post(url)).toEqual({
        kind: 'never-left',
        cause: 'tls',
        detail: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      })
      const dispatcher = createAgent({ ca: [cert] })
      expect(await post(url, transportWith({ dispatcher }))).toMatchObject({ kind: 'answered' })
    },
  )

  it('knows that nothing left when the deadline passes while connecting', async () => {
    const silent = await listen(() => {})
    const url = new URL(`https://127.0.0.1:${silent}`)
    const outcome = await post(url, transportWith({ deadline: 100 }))
    expect(outcome).toMatchObject({ kind: 'never-left', cause: 'deadline' })
  })

  it('is cancelled at once, before and after it began, and tells which', async () => {
    const arrived = Promise.withResolvers<void>()
    const url = await serveWith(() => arrived.resolve())
    expect(await post(url, transportWith(), AbortSignal.abort())).toEqual({
      kind: 'cancelled',
      mayHaveLeft: false,
    })
    const abort = new AbortController()
    const pending = post(url, transportWith(), abort.signal)
    await arrived.promise
    abort.abort()
    expect(await pending).toEqual({ kind: 'cancelled', mayHaveLeft: true })
  })

  it('writes nothing when it was cancelled while connecting', async () => {
    let asked = 0
    const url = await serveWith((_, response) => {
      asked += 1
      response.end('{}')
    })
    const transport = transportWith()
    const abort = new AbortController()
    const pending = post(url, transport, abort.signal)
    abort.abort()
    expect(await pending).toEqual({ kind: 'cancelled', mayHaveLeft: false })
    expect(await post(url, transport)).toMatchObject({ kind: 'answered' })
    expect(asked).toBe(1)
  })

  it('knows that a proxy which asks for a login passed nothing on (fault 31)', async () => {
    const proxy = await serveWith((_, response) => response.writeHead(407).end())
    const dispatcher = new ProxyAgent(proxy.href)
    const outcome = await post(new URL('http://127.0.0.1:9'), transportWith({ dispatcher }))
    expect(outcome).toMatchObject({ kind: 'never-left', cause: 'proxy-login' })
  })

  it('knows the same of a tunnel (fault 31)', async () => {
    const proxy = await listen((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 407 Log in\r\ncontent-length: 0\r\n\r\n')),
    )
    const dispatcher = new ProxyAgent(`http://127.0.0.1:${proxy}`)
    const outcome = await post(new URL('https://wechat.invalid'), transportWith({ dispatcher }))
    expect(outcome).toMatchObject({ kind: 'never-left', cause: 'proxy-login' })
  })
})
