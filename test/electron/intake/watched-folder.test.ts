import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { KeptWatch, WatchView } from '../../../core/intake/watch.ts'
import type { Refusal } from '../../../core/ipc/contract.ts'
import type { Desk } from '../../../electron/desk/desk.ts'
import {
  createWatchedFolder,
  type WatchedFolder,
} from '../../../electron/intake/watch/watched-folder.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { readyRecognizer } from '../../fakes/fake-recognizer.ts'
import { deskWith } from '../desk/desk-parts.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '扫描 '))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

interface Watch {
  readonly watch: WatchedFolder
  readonly desk: Desk
  readonly refused: Refusal[]
  readonly views: (WatchView | null)[]
  /** Looks once, and once more, some seconds later each time. */
  readonly look: (times: number) => Promise<void>
}

/** What two runs of the program share. */
const newShop = () => ({ stores: createMemoryStores(), kept: { value: undefined as unknown } })

function open({ stores, kept } = newShop()): Watch {
  const desk = deskWith(readyRecognizer(), stores)
  desk.takeUp()
  const refused: Refusal[] = []
  const views: (WatchView | null)[] = []
  const waits: (() => void)[] = []
  let waiting = Promise.withResolvers<void>()
  let time = 0
  const watch = createWatchedFolder({
    keeper: {
      load: () => kept.value,
      save: (value: KeptWatch) => void (kept.value = structuredClone(value)),
    },
    add: (paths) => desk.add(paths),
    onRefused: (some) => refused.push(...some),
    isDone: (file) => desk.isDone(file),
    onMoved: (from, to) => desk.moved(from, to),
    leftOut: [],
    now: () => new Date(2026, 10, 27),
    onChange: (view) => views.push(view),
    onError: (error) => {
      throw error
    },
    wait(_, signal) {
      const { promise, resolve } = Promise.withResolvers<void>()
      signal.addEventListener('abort', () => resolve())
      waits.push(resolve)
      waiting.resolve()
      return promise
    },
    clock: () => time,
  })
  const look = async (times: number): Promise<void> => {
    for (let left = times; left > 0; left -= 1) {
      await waiting.promise
      waiting = Promise.withResolvers<void>()
      time += 2500
      waits.splice(0).forEach((goOn) => goOn())
    }
    await waiting.promise
    await desk.idle()
  }
  return { watch, desk, refused, views, look }
}

const jpeg = (seed: number): Uint8Array => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, seed)
const put = async (name: string, seed: number): Promise<string> => {
  const file = path.join(folder, name)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, jpeg(seed))
  return file
}
const listed = ({ desk }: Watch): string[] =>
  desk.snapshot().jobs.map(({ source }) => path.relative(folder, source.path))

test('takes in what lies there, and what comes, also below, once it is written to its end', async () => {
  const shop = open()
  await put('一.jpg', 1)
  await put('子/二.jpg', 2)
  shop.watch.choose(folder)
  await shop.look(1)
  expect(listed(shop)).toEqual([])
  expect(shop.watch.view()).toMatchObject({ state: 'watching', waiting: 2, taken: 0 })
  await shop.look(2)
  expect(listed(shop)).toEqual(['一.jpg', path.join('子', '二.jpg')])
  const growing = await put('三.jpg', 3)
  for (const more of [4, 5, 6]) {
    await shop.look(1)
    await writeFile(growing, Buffer.concat([await readFile(growing), Buffer.of(more)]))
  }
  expect(listed(shop)).toHaveLength(2)
  await shop.look(3)
  expect(listed(shop)).toHaveLength(3)
  expect(shop.watch.view()).toMatchObject({ waiting: 0, taken: 3 })
  expect(shop.refused).toEqual([])
  await shop.watch.close()
})

test('never takes the same image twice, whatever it is called, also after a restart and off the list', async () => {
  const kept = newShop()
  const first = open(kept)
  const file = await put('一.jpg', 1)
  first.watch.choose(folder)
  await first.look(3)
  expect(listed(first)).toEqual(['一.jpg'])
  first.desk.remove(first.desk.snapshot().jobs.map(({ id }) => id))
  await first.watch.close()

  await copyFile(file, path.join(folder, '同一张.jpg'))
  await rename(file, path.join(folder, '改名.jpg'))
  const second = open(kept)
  second.watch.begin()
  await second.look(4)
  expect(listed(second)).toEqual([])
  await put('二.jpg', 2)
  await second.look(3)
  expect(listed(second)).toEqual(['二.jpg'])
  second.watch.stop()
  second.watch.choose(folder)
  await second.look(4)
  expect(listed(second)).toEqual(['二.jpg'])
  await second.watch.close()
})

test('tells of a file that cannot be read, once', async () => {
  const shop = open()
  await writeFile(path.join(folder, '说明.txt'), 'no picture')
  shop.watch.choose(folder)
  await shop.look(6)
  expect(shop.refused.map(({ name, kind }) => `${name} ${kind}`)).toEqual(['说明.txt not-an-image'])
  expect(shop.watch.view()).toMatchObject({ taken: 0, waiting: 0 })
  await shop.watch.close()
})

test('moves what was read to done, over nothing, and what was read of it moves along', async () => {
  const shop = open()
  await mkdir(path.join(folder, 'done'))
  await writeFile(path.join(folder, 'done', '一.jpg'), 'of yesterday')
  await put('一.jpg', 1)
  await put('子/二.jpg', 2)
  await writeFile(path.join(folder, '说明.txt'), 'no picture')
  shop.watch.choose(folder)
  shop.watch.change({ moves: true })
  await shop.look(5)
  expect((await readdir(folder, { recursive: true })).toSorted()).toEqual(
    [
      'done',
      path.join('done', '一 (2).jpg'),
      path.join('done', '一.jpg'),
      path.join('done', '子'),
      path.join('done', '子', '二.jpg'),
      '子',
      '说明.txt',
    ].toSorted(),
  )
  expect(await readFile(path.join(folder, 'done', '一.jpg'), 'utf8')).toBe('of yesterday')
  expect(listed(shop)).toEqual([path.join('done', '一 (2).jpg'), path.join('done', '子', '二.jpg')])
  expect(shop.desk.snapshot().records.map(({ source }) => source.name)).toEqual([
    '一 (2).jpg',
    '二.jpg',
  ])
  await shop.look(4)
  expect(shop.watch.view()).toMatchObject({ taken: 2, stuck: 0 })
  await shop.watch.close()
})

test('pauses, stops, tells of a folder that is away, and goes on when it is back', async () => {
  const shop = open()
  shop.watch.choose(folder)
  await shop.look(1)
  shop.watch.change({ isPaused: true })
  await put('一.jpg', 1)
  await shop.look(4)
  expect(shop.watch.view()?.state).toBe('paused')
  expect(listed(shop)).toEqual([])
  const elsewhere = `${folder}-away`
  await rename(folder, elsewhere)
  shop.watch.change({ isPaused: false })
  await shop.look(1)
  expect(shop.watch.view()?.state).toBe('away')
  await rename(elsewhere, folder)
  await shop.look(4)
  expect(shop.watch.view()).toMatchObject({ state: 'watching', taken: 1 })
  shop.watch.stop()
  expect(shop.watch.view()).toBeNull()
  expect(shop.views.at(-1)).toBeNull()
  await shop.watch.close()
})
