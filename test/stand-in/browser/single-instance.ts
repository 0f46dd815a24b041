import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'

/** How the program was started a second time. */
interface SecondStart {
  readonly words: readonly string[]
  readonly folder: string
}

export interface Lock {
  /** Whether no other program holds the same user data. */
  readonly isFirst: boolean
  onSecond(listener: (start: SecondStart) => void): void
  handOver(words: readonly string[], folder: string): void
  release(): Promise<void>
}

/** One program for one folder of user data, as Electron keeps it: whoever comes second talks to the first. */
export async function takeLock(userData: string): Promise<Lock> {
  const address = addressOf(userData)
  const first = await reach(address)
  return first === undefined ? hold(address) : follow(first)
}

function addressOf(userData: string): string {
  const name = createHash('sha256').update(path.resolve(userData)).digest('hex').slice(0, 24)
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\license-desk-${name}`
    : path.join(os.tmpdir(), `license-desk-${name}.sock`)
}

function reach(address: string): Promise<net.Socket | undefined> {
  return new Promise((resolve) => {
    const socket = net.connect(address)
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(undefined))
  })
}

async function hold(address: string): Promise<Lock> {
  // Nobody listens there: what lies there was left by a program that was killed.
  if (process.platform !== 'win32' && existsSync(address)) rmSync(address)
  const listeners: ((start: SecondStart) => void)[] = []
  const server = net.createServer((socket) => {
    void hear(socket)
  })
  const hear = async (socket: net.Socket): Promise<void> => {
    const start: SecondStart = JSON.parse(await text(socket))
    for (const listener of listeners) listener(start)
  }
  await new Promise<void>((resolve) => {
    server.listen(address, resolve)
  })
  server.unref()
  return {
    isFirst: true,
    onSecond: (listener) => void listeners.push(listener),
    handOver: () => undefined,
    release: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}

const follow = (first: net.Socket): Lock => ({
  isFirst: false,
  onSecond: () => undefined,
  handOver: (words, folder) => void first.end(JSON.stringify({ words, folder })),
  release: async () => first.destroySoon(),
})
