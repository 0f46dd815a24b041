import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Failure } from '../../../core/license/failure.ts'
import type { Readings } from '../../../core/license/reading.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { scan } from '../../../electron/cli/scan.ts'
import { createTerminal } from '../../../electron/cli/terminal.ts'
import { timed } from '../../../electron/cli/timed-recognizer.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { readAs } from '../../core/license/sample.ts'
import { HeldRecognizer, readingsOf } from '../../fakes/fake-recognizer.ts'
import { deskWith, pngStart } from '../desk/desk-parts.ts'

const number = '441900199012210519'
const other = '441900199012210535'

const first = (idNumber: string): Result<Readings, Failure> => {
  const [{ place: _alone, ...reading }] = readingsOf(idNumber)
  return ok([{ ...reading, fields: { ...reading.fields, id_num: readAs(idNumber) } }])
}
const second = (idNumber: string): Result<Readings, Failure> => {
  const fileNumber = { value: '441900654321', confidence: 0.99 }
  const printed = { number: { value: idNumber, confidence: 0.99 }, fileNumber, record: fileNumber }
  return fail({ kind: 'second-page', message: 'labels', secondPage: printed })
}

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '两页 '))
})
afterEach(() => rm(folder, { recursive: true }))

async function put(...names: readonly string[]): Promise<string[]> {
  const files = names.map((name) => path.join(folder, name))
  for (const file of files) await writeFile(file, `${pngStart}${file}`, 'latin1')
  return files
}

/** A scan whose images are read when the test says so. */
function begin(paths: readonly string[], { splitPages = false, stores = createMemoryStores() }) {
  const recognizer = new HeldRecognizer()
  const desk = deskWith(recognizer, stores, { joinsPages: !splitPages, newId: randomUUID })
  const stopped = new AbortController()
  const heard = { lines: '', told: '' }
  const lines = new PassThrough().on('data', (more: Buffer) => (heard.lines += more.toString()))
  const told = new PassThrough().on('data', (more: Buffer) => (heard.told += more.toString()))
  const options = { language: 'zh', engine: 'offline', concurrency: 1, whenSpent: 'fail' } as const
  const begun = Promise.withResolvers<void>()
  const terminal = {
    ...createTerminal(told, false),
    progress: (what: string) => {
      if (what === '读取') begun.resolve()
    },
  }
  const ended = scan(
    { ...options, paths, json: '-', splitPages, quiet: false, force: false },
    {
      desk,
      from: folder,
      judging: undefined,
      recognizer: timed(recognizer),
      terminal,
      standardOutput: lines,
      now: () => new Date(2021, 2, 15, 12),
      stopped,
      hurry: new AbortController().signal,
    },
  )
  return {
    stopped,
    ended,
    told: () => heard.told,
    /** In short: the file, and the one that its second page is from. */
    lines: () =>
      heard.lines
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const { file, joined, failure } = JSON.parse(line)
          const from = joined === null ? '' : path.basename(joined.file)
          return [path.basename(file), from, failure?.kind ?? ''].join(' ').trim()
        }),
    async read(...outcomes: readonly Result<Readings, Failure>[]) {
      await begun.promise
      for (const outcome of outcomes) {
        while (recognizer.open.length === 0) await setTimeout(5)
        recognizer.open.shift()?.answer(outcome)
      }
    },
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(5)
}

test('a line waits for the image behind it, which may be its second page', async () => {
  const paths = await put('1 正.png', '2 副.png', '3 别人.png', '4 别人.png')
  const scanning = begin(paths, {})
  await scanning.read(first(number))
  await until(() => scanning.told().includes('[1/4]'))
  expect(scanning.lines()).toEqual([])
  await scanning.read(second(number))
  await until(() => scanning.lines().length > 0)
  expect(scanning.lines()).toEqual(['1 正.png 2 副.png'])
  expect(scanning.told()).toContain('[1/4] 1 正.png')
  expect(scanning.told()).toContain('[2/4] 2 副.png  ✓ 副页')
  await scanning.read(first(other))
  await until(() => scanning.told().includes('[3/4]'))
  expect(scanning.lines()).toHaveLength(1)
  await scanning.read(fail({ kind: 'no-license', message: '' }))
  expect((await scanning.ended).results).toHaveLength(3)
  expect(scanning.lines()).toEqual(['1 正.png 2 副.png', '3 别人.png', '4 别人.png  no-license'])
})

test('a second page that comes much later has its license written anew, which counts once', async () => {
  const paths = await put(
    '1 正.png',
    '2 别人.png',
    '3 副.png',
    '4 副.png',
    '5 别人.png',
    '6 正.png',
  )
  const third = '441900199003077218'
  const scanning = begin(paths, {})
  await scanning.read(first(number), first(other))
  await until(() => scanning.lines().length === 1)
  await scanning.read(second(number), second(third), first('110101199003077758'))
  await until(() => scanning.lines().some((line) => line.endsWith('second-page')))
  await scanning.read(first(third))
  const { results, exitCode } = await scanning.ended
  expect(scanning.lines()).toEqual([
    '1 正.png',
    '2 别人.png',
    '1 正.png 3 副.png',
    '4 副.png  second-page',
    '5 别人.png',
    '6 正.png 4 副.png',
  ])
  expect(results.map(({ kind }) => kind)).toEqual(['read', 'read', 'read', 'read'])
  expect(exitCode).toBe(0)
})

test('with --split-pages each line comes as soon as its image is read', async () => {
  const paths = await put('1 正.png', '2 副.png')
  const scanning = begin(paths, { splitPages: true })
  await scanning.read(first(number))
  await until(() => scanning.lines().length === 1)
  await scanning.read(second(number))
  await scanning.ended
  expect(scanning.lines()).toEqual(['1 正.png', '2 副.png  second-page'])
})

test('a second page whose license does not come is told last, as what it is', async () => {
  const scanning = begin(await put('1 副.png', '2 别人.png'), {})
  await scanning.read(second(number), first(other))
  const { exitCode } = await scanning.ended
  expect(exitCode).toBe(1)
  expect(scanning.lines()).toEqual(['1 副.png  second-page', '2 别人.png'])
  expect(scanning.told()).toMatch(/\[2\/2\] 2 别人.*\n\[1\/2\] 1 副.*✗/)
})

test('a second page that comes another day gives the record of its license anew', async () => {
  const stores = createMemoryStores()
  const [firstFile = '', secondFile = ''] = await put('1 正.png', '2 副.png')
  const before = begin([firstFile], { stores })
  await before.read(first(number))
  await before.ended
  expect(before.lines()).toEqual(['1 正.png'])
  const today = begin([secondFile], { stores })
  await today.read(second(number))
  expect((await today.ended).exitCode).toBe(0)
  expect(today.lines()).toEqual(['1 正.png 2 副.png'])
})

test('what was read is written when it is interrupted, though a second page might have come', async () => {
  const scanning = begin(await put('1 正.png', '2 副.png'), {})
  await scanning.read(first(number))
  await until(() => scanning.told().includes('[1/2]'))
  expect(scanning.lines()).toEqual([])
  scanning.stopped.abort()
  expect((await scanning.ended).exitCode).toBe(130)
  expect(scanning.lines()).toEqual(['1 正.png'])
})
