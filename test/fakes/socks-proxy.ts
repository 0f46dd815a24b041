import net from 'node:net'
import { onTestFinished } from 'vitest'

/** A SOCKS5 proxy on a free port that wants no login; closed when the test ends. */
export async function openSocksProxy(): Promise<{
  /** Such as `127.0.0.1:1080`. */
  readonly host: string
  /** The ports that it was asked to reach. */
  readonly asked: number[]
}> {
  const asked: number[] = []
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    socket.once('data', () => {
      socket.write(Buffer.from([5, 0]))
      socket.once('data', (request) => {
        const port = request.readUInt16BE(request.length - 2)
        asked.push(port)
        const onward = net.connect(port, '127.0.0.1', () => {
          socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]))
          onward.pipe(socket).pipe(onward)
        })
        sockets.add(onward.on('error', () => socket.destroy()))
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return { host: `127.0.0.1:${port}`, asked }
}
