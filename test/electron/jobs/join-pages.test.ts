import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Job } from '../../../core/jobs/job.ts'
import type { Failure } from '../../../core/license/failure.ts'
import type { Readings } from '../../../core/license/reading.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { createDesk, type Desk } from '../../../electron/desk/desk.ts'
import { moveFile } from '../../../electron/desk/move-file.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import type { Stores } from '../../../electron/store/stores.ts'
import { readAs } from '../../core/license/sample.ts'
import { recordOf } from '../../contracts/kept-samples.ts'
import { readingsOf } from '../../fakes/fake-recognizer.ts'

const number = '441900199012210519'
const other = '441900199012210535'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '两页 '))
})
afterEach(() => rm(folder, { recursive: true }))

const first = (idNumber: string, confidence = 0.99): Result<Readings, Failure> => {
  const [reading] = readingsOf(idNumber)
  const { place: _alone, ...alone } = reading
  return ok([{ ...alone, fields: { ...reading.fields, id_num: readAs(idNumber, confidence) } }])
}
const second = (idNumber: string, confidence = 0.99): Result<Readings, Failure> =>
  fail({
    kind: 'second-page',
    message: 'labels',
    secondPage: {
      number: { value: idNumber, confidence },
      fileNumber: { value: '441900654321', confidence: 0.99 },
      record: { value: '', confidence: null },
    },
  })

/** A desk that reads images as it is told, by their names. */
function deskOf(
  told: Readonly<Record<string, Result<Readings, Failure>>>,
  stores: Stores = createMemoryStores(),
): Desk {
  return createDesk({
    stores,
    who: 'desk-1',
    recognizer: () => ({
      id: 'told',
      isPaid: false,
      recognize: async ({ name }) =>
        told[name] ?? fail({ kind: 'no-license', message: 'nothing told' }),
    }),
    takesAddresses: () => false,
    concurrency: () => 1,
    preview: async () => ok(new Uint8Array()),
    now: () => new Date(2021, 2, 15, 12),
    newId: randomUUID,
    joinsPages: true,
  })
}

async function drop(desk: Desk, ...names: readonly string[]): Promise<void> {
  const files = names.map((name) => path.join(folder, name))
  for (const [at, file] of files.entries())
    await writeFile(
      file,
      Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, at, ...Buffer.from(names[at] ?? '')),
    )
  await desk.add(files)
  await desk.idle()
}

/** In short: each line, and for a record the file number on its second page. */
const lines = (desk: Desk): string[] => {
  const { jobs, records } = desk.snapshot()
  return jobs.map(({ source, state }) => {
    const [id] = 'recordIds' in state ? (state.recordIds ?? []) : []
    const page = records.find((record) => record.id === id)?.reading.secondPage
    return [source.name, state.kind, page?.fileNumber.value ?? ''].join(' ').trim()
  })
}

test.each([
  ['正.jpg', '副.jpg'],
  ['副.jpg', '正.jpg'],
])('two images of one license become one record: first %s, then %s', async (...names) => {
  const desk = deskOf({ '正.jpg': first(number), '副.jpg': second(number) })
  await drop(desk, ...names)
  expect(lines(desk)).toEqual(['正.jpg done 441900654321'])
  const [record] = desk.snapshot().records
  expect(record?.joined?.source.name).toBe('副.jpg')
})

test.each([
  ['another number', first(other), second(number), ['正.jpg done', '副.jpg failed']],
  [
    'a second page that is hardly read',
    first(number),
    second(number, 0.7),
    ['正.jpg done', '副.jpg failed'],
  ],
  [
    'a first page that is hardly read',
    first(number, 0.7),
    second(number),
    ['正.jpg done', '副.jpg failed'],
  ],
  [
    'a number that is not sound',
    first('441900199012210518'),
    second('441900199012210518'),
    ['正.jpg done', '副.jpg failed'],
  ],
  ['no number', first(''), second(''), ['正.jpg done', '副.jpg failed']],
] as const)('nothing is joined on %s', async (_, one, two, expected) => {
  const desk = deskOf({ '正.jpg': one, '副.jpg': two })
  await drop(desk, '正.jpg', '副.jpg')
  expect(lines(desk)).toEqual(expected)
})

test('of two records or two second pages of one number a person says which', async () => {
  const desk = deskOf({
    '正.jpg': first(number),
    '又一张.jpg': first(number),
    '副.jpg': second(number),
  })
  await drop(desk, '正.jpg', '又一张.jpg', '副.jpg')
  expect(lines(desk)).toEqual(['正.jpg done', '又一张.jpg done', '副.jpg failed'])
  const { jobs, records } = desk.snapshot()
  expect(desk.join(jobs[2]?.id ?? '', 'nobody')).toBeUndefined()
  desk.join(jobs[2]?.id ?? '', records[1]?.id ?? '')
  expect(lines(desk)).toEqual(['正.jpg done', '又一张.jpg done 441900654321'])
})

test('what was joined is taken apart, stays apart, and keeps its second page when it is read once more', async () => {
  const desk = deskOf({ '正.jpg': first(number), '副.jpg': second(number) })
  await drop(desk, '正.jpg', '副.jpg')
  const id = desk.snapshot().records[0]?.id ?? ''
  desk.takeApart(id)
  expect(lines(desk)).toEqual(['正.jpg done', '副.jpg failed'])
  expect(desk.takeApart(id)).toBeUndefined()
  const again = desk.snapshot().jobs[1]?.id ?? ''
  desk.retry([again])
  await desk.idle()
  expect(lines(desk)).toEqual(['正.jpg done', '副.jpg failed'])
  desk.join(again, id)
  expect(lines(desk)).toEqual(['正.jpg done 441900654321'])
  desk.remove([id])
  expect(desk.snapshot()).toMatchObject({ jobs: [], records: [] })
})

test('a second page that was brought back to the list is joined when its first page is read', async () => {
  const stores = createMemoryStores()
  await drop(deskOf({ '副.jpg': second(number) }, stores), '副.jpg')
  const desk = deskOf({ '正.jpg': first(number), 'another image.jpg': first(other) }, stores)
  const [job] = desk.snapshot().jobs
  if (job === undefined) throw new Error('it is not on the list')
  desk.remove([job.id])
  await drop(desk, 'another image.jpg')
  stores.jobs.put(job)
  desk.showAgain({ jobs: [job], records: [] })
  await drop(desk, '正.jpg')
  expect(lines(desk)).toEqual(['another image.jpg done', '正.jpg done 441900654321'])
})

test('however long the list is, an image that was read has but few others opened', async () => {
  const stores = createMemoryStores()
  let opened = 0
  const all = (): readonly Job[] => {
    const list = stores.jobs.all()
    opened += list.length
    return list
  }
  const names = Array.from({ length: 60 }, (_, at) => `${at}.jpg`)
  const told = names.map((name, at) => [name, at % 2 === 0 ? first(number) : second(other)])
  const desk = deskOf(Object.fromEntries(told), { ...stores, jobs: { ...stores.jobs, all } })
  await drop(desk, ...names)
  expect(opened).toBeLessThan(4 * names.length)
})

test('an image without a file stays as long as the record that it was joined with, and no longer', async () => {
  const stores = createMemoryStores()
  const desk = deskOf({ '正.jpg': first(number), 粘贴: second(number) }, stores)
  await drop(desk, '正.jpg')
  await desk.addImage(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), '粘贴')
  await desk.idle()
  expect(lines(desk)).toEqual(['正.jpg done 441900654321'])
  const [record] = desk.snapshot().records
  const kept = record?.joined?.source.path.slice('kept:'.length) ?? ''
  expect(stores.images.get(kept)).toBeDefined()
  desk.putAway([record?.id ?? ''])
  expect(stores.images.get(kept)).toBeUndefined()
})

test.each([1, 2])(
  'a file that was moved is at its new place in each of its pages, the one of %d too',
  async (page) => {
    const stores = createMemoryStores()
    const from = path.join(folder, '扫描.pdf')
    const to = path.join(folder, '已录入', '扫描.pdf')
    const source = { path: from, name: '扫描.pdf', page: 1, image: 'a' }
    const elsewhere = { path: path.join(folder, '另.jpg'), name: '另.jpg', page: 1, image: 'b' }
    const [at, joined] = page === 1 ? [source, elsewhere] : [elsewhere, source]
    const record = { ...recordOf('r'), source: at, joined: { source: joined } }
    const both = { ...recordOf('both'), source, joined: { source: { ...source, page: 2 } } }
    for (const one of [record, both]) {
      stores.records.put(one)
      stores.jobs.put({
        id: `job-${one.id}`,
        source: one.source,
        state: { kind: 'done', recordIds: [one.id] },
      })
    }
    const moved = moveFile(from, to, stores)
    const there = { path: to, name: '扫描.pdf' }
    expect(stores.records.get('r')).toEqual({
      ...record,
      [page === 1 ? 'source' : 'joined']:
        page === 1 ? { ...source, ...there } : { source: { ...source, ...there } },
    })
    expect(stores.records.get('both')).toEqual({
      ...both,
      source: { ...source, ...there },
      joined: { source: { ...source, page: 2, ...there } },
    })
    expect(moved.records).toHaveLength(2)
    expect(stores.jobs.all().map((job) => job.source.path === to)).toEqual([page === 1, true])
  },
)
