import dgram from 'node:dgram'
import net from 'node:net'
import os from 'node:os'
import { onTestFinished } from 'vitest'

/** A server for calls that are relayed, as WebRTC knows them; it asks for a login and listens to what it is told. */
export interface TurnServer {
  /** For UDP and for TCP. */
  readonly addresses: readonly string[]
  /** Everything that reached it, by its way. */
  readonly heard: { readonly way: 'udp' | 'tcp'; readonly text: string }[]
  /** Resolves when it was told this by that way. */
  readonly hears: (way: 'udp' | 'tcp', text: string) => Promise<void>
}

export async function openTurnServer(): Promise<TurnServer> {
  const heard: TurnServer['heard'] = []
  const listeners = new Set<() => void>()
  const hear = (way: 'udp' | 'tcp', bytes: Buffer): void => {
    heard.push({ way, text: bytes.toString('latin1') })
    for (const listener of listeners) listener()
  }
  const udp = dgram.createSocket('udp4')
  udp.on('message', (bytes, { port, address }) => {
    hear('udp', bytes)
    udp.send(loginWanted(bytes), port, address)
  })
  const sockets = new Set<net.Socket>()
  const tcp = net.createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    hear('tcp', Buffer.alloc(0))
    socket.on('data', (bytes) => {
      hear('tcp', bytes)
      socket.write(loginWanted(bytes))
    })
  })
  const host = ownAddress()
  await new Promise<void>((resolve) => udp.bind(0, host, resolve))
  await new Promise<void>((resolve) => tcp.listen(0, host, resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    udp.close()
    tcp.close()
  })
  const place = tcp.address()
  const port = place !== null && typeof place === 'object' ? place.port : 0
  return {
    addresses: [
      `turn:${host}:${udp.address().port}?transport=udp`,
      `turn:${host}:${port}?transport=tcp`,
    ],
    heard,
    hears: (way, text) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (heard.some((one) => one.way === way && one.text.includes(text))) resolve()
        }
        listeners.add(look)
        look()
      }),
  }
}

/** Of this machine in its network: WebRTC does not call the loopback. */
function ownAddress(): string {
  const all = Object.values(os.networkInterfaces()).flatMap((addresses) => addresses ?? [])
  const outer = all.find(({ family, internal }) => family === 'IPv4' && !internal)
  return outer?.address ?? '127.0.0.1'
}

/** The answer 401 to a request, which makes the other side tell its user name. */
function loginWanted(request: Buffer): Buffer {
  const attributes = Buffer.concat([
    attribute(0x0009, Buffer.concat([Buffer.from([0, 0, 4, 1]), Buffer.from('Unauthorized')])),
    attribute(0x0014, Buffer.from('desk')),
    attribute(0x0015, Buffer.from('nonce123')),
  ])
  const head = Buffer.from(request.subarray(0, 20))
  head.writeUInt16BE(0x0113, 0)
  head.writeUInt16BE(attributes.length, 2)
  return Buffer.concat([head, attributes])
}

/** All values here are a multiple of four bytes long, as they have to be. */
function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value])
}
