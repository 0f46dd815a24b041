import net from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import {
  createProxiedTransport,
  proxyIn,
} from '../../../../electron/recognizers/wechat/proxied-transport.ts'
import { serveWith } from './server.ts'

const never = new AbortController().signal

function transportBy(resolveProxy: (url: string) => Promise<string>) {
  const transport = createProxiedTransport({ resolveProxy, certificates: () => [] })
  onTestFinished(() => transport.close())
  return transport
}

it.each([
  ['DIRECT', ''],
  ['PROXY 10.0.0.1:8080; DIRECT', 'http://10.0.0.1:8080'],
  ['HTTPS proxy.example:443', 'https://proxy.example:443'],
  ['SOCKS5 10.0.0.1:1080', 'socks5://10.0.0.1:1080'],
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

it('goes through the proxy that the system names', async () => {
  const tunnels: string[] = []
  const proxy = net.createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (bytes) => {
      tunnels.push(String(bytes).split('\r\n')[0] ?? '')
      socket.end('HTTP/1.1 407 Log in\r\ncontent-length: 0\r\n\r\n')
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void proxy.close())
  const address = proxy.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const transport = transportBy(async () => `PROXY 127.0.0.1:${port}`)
  const url = new URL('https://wechat.invalid/cgi-bin/token')
  const outcome = await transport.send({ method: 'GET', url }, never)
  expect(tunnels).toEqual(['CONNECT wechat.invalid:443 HTTP/1.1'])
  expect(outcome).toMatchObject({ kind: 'never-left', cause: 'proxy-login' })
})

it('goes direct where the system cannot say', async () => {
  const server = await serveWith((_, response) => response.end('{}'))
  const transport = transportBy(() => Promise.reject(new Error('no session')))
  const outcome = await transport.send({ method: 'GET', url: server }, never)
  expect(outcome.kind).toBe('answered')
})
