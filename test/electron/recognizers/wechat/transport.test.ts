import net from 'node:net'
import { gzipSync } from 'node:zlib'
import { ProxyAgent } from 'undici'
import { describe, expect, it, onTestFinished } from 'vitest'
import { encodeMultipart } from '../../../../electron/recognizers/wechat/multipart.ts'
import {
  createTransport,
  type Transport,
  type TransportOptions,
} from '../../../../electron/recognizers/wechat/transport.ts'
import { readMultipart } from '../../../fakes/wechat/multipart.ts'
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

/** A port on which nobody listens. */
async function deadPort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

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
  ])('does not know what became of it after %i', async (status, cause) => {
    let asked = 0
    const url = await serveWith((_, response) => {
      asked += 1
      response.writeHead(status, { location: '/elsewhere' }).end('{"errcode":0}')
    })
    expect(await post(url)).toEqual({ kind: 'unknown', cause, detail: String(status) })
    expect(asked).toBe(1)
  })

  it('stops an answer without end, and one that says it is long', async () => {
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

  it('takes nothing compressed', async () => {
    const url = await serveWith((_, response) =>
      response.setHeader('content-encoding', 'gzip').end(gzipSync('{"errcode":0}')),
    )
    expect(await post(url)).toMatchObject({ kind: 'unknown', cause: 'compressed' })
  })

  it('does not know after a reset, and does not send again', async () => {
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

  it('does not know after an answer that was cut off', async () => {
    const url = await serveWith((request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{"errcode"')
      response.on('drain', () => {})
      setImmediate(() => request.socket.destroy())
    })
    expect(await post(url)).toMatchObject({ kind: 'unknown', cause: 'broken' })
  })

  it('has one deadline, also for an answer drop by drop', async () => {
    const url = await serveWith((_, response) => {
      const drop = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(drop))
    })
    const outcome = await post(url, transportWith({ deadline: 150 }))
    expect(outcome).toEqual({ kind: 'unknown', cause: 'deadline', detail: 'deadline' })
  })

  it('knows that nothing left when nobody listens or the name is unknown', async () => {
    const refused = await post(new URL(`http://127.0.0.1:${await deadPort()}`))
    expect(refused).toEqual({ kind: 'never-left', cause: 'connect', detail: 'ECONNREFUSED' })
    expect(await post(new URL('http://nowhere.invalid'))).toMatchObject({
      kind: 'never-left',
      cause: 'dns',
    })
  })

  it('knows that nothing left when the other side speaks no TLS', async () => {
    const url = await serveWith((_, response) => response.end())
    const outcome = await post(new URL(url.href.replace('http:', 'https:')))
    expect(outcome).toMatchObject({ kind: 'never-left', cause: 'tls' })
  })

  it('knows that nothing left when the deadline passes while connecting', async () => {
    const silent = net.createServer()
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const sockets: net.Socket[] = []
    silent.on('connection', (socket) => sockets.push(socket))
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy()
      silent.close()
    })
    const address = silent.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const url = new URL(`https://127.0.0.1:${address.port}`)
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

  it('knows that a proxy which asks for a login passed nothing on', async () => {
    const proxy = await serveWith((_, response) => response.writeHead(407).end())
    const dispatcher = new ProxyAgent(proxy.href)
    const outcome = await post(new URL('http://127.0.0.1:9'), transportWith({ dispatcher }))
    expect(outcome).toMatchObject({ kind: 'never-left', cause: 'proxy-login' })
    const tunnel = new ProxyAgent({ uri: proxy.href, proxyTunnel: true })
    const other = net.createServer()
    void other
    expect(
      await post(new URL('https://wechat.invalid'), transportWith({ dispatcher: tunnel })),
    ).toMatchObject({ kind: 'never-left' })
  })
})
