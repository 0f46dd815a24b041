import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type Lock, takeLock } from '../stand-in/browser/single-instance.ts'
import { newFolder } from '../electron/settings/folder.ts'
import { modeForOthers } from '../electron/vault/mode-for-others.ts'

async function take(userData: string): Promise<Lock> {
  const lock = await takeLock(userData)
  onTestFinished(() => lock.release())
  return lock
}

const started = (lock: Lock): Promise<readonly string[]> =>
  new Promise((resolve) => lock.onSecond(({ words }) => resolve(words)))

/** Folders of user data whose paths a socket may have, and may not. */
const folders: readonly [string, () => string][] = [
  ['a short path', () => newFolder()],
  [
    'a path too long for a socket',
    () => {
      const folder = path.join(newFolder(), '很长的文件夹名字'.repeat(6))
      mkdirSync(folder)
      return folder
    },
  ],
]

it.each(folders)('a second start hands its words to the first, with %s', async (_, folderOf) => {
  const userData = folderOf()
  const first = await take(userData)
  expect(first.isFirst).toBe(true)
  const words = started(first)
  const second = await take(userData)
  expect(second.isFirst).toBe(false)
  second.handOver(['张三.jpg'], '/')
  expect(await words).toEqual(['张三.jpg'])
})

it.each(folders)(
  'where the first one listens only its owner may come, with %s',
  async (_, folderOf) => {
    const userData = folderOf()
    await take(userData)
    const note = path.join(userData, 'instance')
    const address = readFileSync(note, 'utf8')
    const places = process.platform === 'win32' ? [note] : [note, path.dirname(address)]
    expect(places.map(modeForOthers)).toEqual(places.map(() => 0))
  },
)

it.skipIf(process.platform === 'win32')(
  'whoever listens at an address that can be guessed stops no start and is told nothing',
  async () => {
    const userData = newFolder()
    const name = createHash('sha256').update(path.resolve(userData)).digest('hex').slice(0, 24)
    const guessed = path.join(os.tmpdir(), `license-desk-${name}.sock`)
    let calls = 0
    const server = net.createServer(() => {
      calls += 1
    })
    server.listen(guessed)
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    expect((await take(userData)).isFirst).toBe(true)
    expect(calls).toBe(0)
  },
)

it('what is no start is not heard, and ends nothing', async () => {
  const userData = newFolder()
  const first = await take(userData)
  const words = started(first)
  const address = readFileSync(path.join(userData, 'instance'), 'utf8')
  for (const said of ['', 'no JSON', '{"words":7}', '[]']) {
    const socket = net.connect(address)
    socket.end(said)
    await once(socket, 'close')
  }
  const second = await take(userData)
  second.handOver(['a.jpg'], '/')
  expect(await words).toEqual(['a.jpg'])
})

it.each(folders)('starts where a killed one left its address, with %s', async (_, folderOf) => {
  const userData = folderOf()
  const first = await takeLock(userData)
  const note = path.join(userData, 'instance')
  const left = readFileSync(note, 'utf8')
  await first.release()
  writeFileSync(note, left)
  expect((await take(userData)).isFirst).toBe(true)
  expect(statSync(note).isFile()).toBe(true)
  rmSync(left, { force: true })
})
