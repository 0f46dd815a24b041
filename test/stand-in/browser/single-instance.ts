import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'

const secondStart = z.object({ words: z.array(z.string()), folder: z.string() })

/** How the program was started a second time. */
type SecondStart = z.output<typeof secondStart>

export interface Lock {
  /** Whether no other program holds the same user data. */
  readonly isFirst: boolean
  onSecond(listener: (start: SecondStart) => void): void
  handOver(words: readonly string[], folder: string): void
  release(): Promise<void>
}

/**
 * One program for one folder of user data, as Electron keeps it: whoever comes second talks to the first. Where that one
 * listens stands in the folder, which only its owner may enter: nobody else can take its place, or find it.
 */
export async function takeLock(userData: string): Promise<Lock> {
  const note = path.join(userData, 'instance')
  const address = addressIn(note)
  const first = address === undefined ? undefined : await reach(address)
  if (first !== undefined) return follow(first)
  if (address !== undefined) removeSocket(address)
  return hold(note, newAddress(userData))
}

function addressIn(note: string): string | undefined {
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined
}

/** Bytes that the path of a socket may have on every system. */
const longestPath = 100

function newAddress(userData: string): string {
  const name = randomUUID().slice(0, 8)
  if (process.platform === 'win32') return `\\\\.\\pipe\\license-desk-${randomUUID()}`
  const near = path.join(path.resolve(userData), `instance-${name}.sock`)
  if (Buffer.byteLength(near) <= longestPath) return near
  return path.join(mkdtempSync(path.join(os.tmpdir(), 'license-desk-')), 'instance.sock')
}

/** With the folder that was made for it alone, where there is one. */
function removeSocket(address: string): void {
  if (process.platform === 'win32') return
  rmSync(address, { force: true })
  const folder = path.dirname(address)
  if (/^license-desk-.{6}$/.test(path.basename(folder)))
    rmSync(folder, { recursive: true, force: true })
}

function reach(address: string): Promise<net.Socket | undefined> {
  return new Promise((resolve) => {
    const socket = net.connect(address)
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(undefined))
  })
}

async function hold(note: string, address: string): Promise<Lock> {
  const listeners: ((start: SecondStart) => void)[] = []
  const server = net.createServer((socket) => {
    void hear(socket)
  })
  const hear = async (socket: net.Socket): Promise<void> => {
    const start = await readStart(socket)
    if (start !== undefined) for (const listener of listeners) listener(start)
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(address, resolve)
  })
  server.unref()
  writeFileSync(`${note}.tmp`, address, { mode: 0o600 })
  renameSync(`${note}.tmp`, note)
  return {
    isFirst: true,
    onSecond: (listener) => void listeners.push(listener),
    handOver: () => undefined,
    release: () =>
      new Promise((resolve) => {
        server.close(() => {
          if (addressIn(note) === address) rmSync(note, { force: true })
          removeSocket(address)
          resolve()
        })
      }),
  }
}

/** Nothing where it was cut off, or is no start at all. */
async function readStart(socket: net.Socket): Promise<SecondStart | undefined> {
  try {
    return secondStart.safeParse(JSON.parse(await text(socket))).data
  } catch {
    return undefined
  }
}

const follow = (first: net.Socket): Lock => ({
  isFirst: false,
  onSecond: () => undefined,
  handOver: (words, folder) => void first.end(JSON.stringify({ words, folder })),
  release: async () => first.destroySoon(),
})
