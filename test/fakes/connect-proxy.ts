import { createServer, type IncomingMessage, request } from 'node:http'
import net from 'node:net'
import { onTestFinished } from 'vitest'

export interface ConnectProxy {
  /** Such as `127.0.0.1:3128`. */
  readonly host: string
  /** What it was asked for, such as `CONNECT wechat.example:443`; of a plain request without path and query. */
  readonly asked: string[]
  /** Every byte of a request's head that came before a tunnel stood. */
  readonly heads: string[]
}

interface ProxyWish {
  /** Whether it passes nothing on before a login. */
  readonly asksForLogin?: boolean
}

/** An office's proxy on a free port: tunnels for https, passes plain requests on; closed when the test ends. */
export async function openProxy({ asksForLogin = false }: ProxyWish = {}): Promise<ConnectProxy> {
  const asked: string[] = []
  const heads: string[] = []
  const note = (incoming: IncomingMessage, place: string): void => {
    asked.push(`${incoming.method} ${place}`)
    heads.push([incoming.url, ...incoming.rawHeaders].join('\n'))
  }
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', 'http://nowhere')
    note(incoming, url.host)
    if (asksForLogin) return void response.writeHead(407).end()
    const onward = request(
      url,
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    incoming.pipe(onward.on('error', () => response.destroy()))
  })
  const sockets = new Set<net.Socket>()
  server.on('connect', (incoming, socket: net.Socket) => {
    const { hostname, port } = new URL(`tunnel://${incoming.url}`)
    note(incoming, incoming.url ?? '')
    sockets.add(socket)
    socket.on('error', () => {})
    if (asksForLogin) return void socket.end('HTTP/1.1 407 Log in\r\ncontent-length: 0\r\n\r\n')
    const onward = net.connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    sockets.add(onward.on('error', () => socket.destroy()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { host: `127.0.0.1:${address.port}`, asked, heads }
}
