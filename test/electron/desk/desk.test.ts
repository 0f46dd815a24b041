import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeskChange } from '../../../core/ipc/contract.ts'
import { keptIdOf, licenseOf, type LicenseRecord } from '../../../core/license/record.ts'
import { fail, ok } from '../../../core/result.ts'
import type { Desk } from '../../../electron/desk/desk.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { StoreProblem } from '../../../electron/store/store-problem.ts'
import { soundLicense } from '../../core/license/sample.ts'
import { HeldRecognizer, readyRecognizer } from '../../fakes/fake-recognizer.ts'
import { greyTiff } from '../../fixtures/formats/tiff.ts'
import { deskWith, pngStart, states } from './desk-parts.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '柜台 '))
})
afterEach(() => rm(folder, { recursive: true }))

const at = (name: string): string => path.join(folder, name)
const never = new AbortController().signal

/** Puts files on the disk that look like pictures, unless their name says otherwise. */
async function put(...names: readonly string[]): Promise<string[]> {
  for (const name of names)
    await writeFile(at(name), name.endsWith('.txt') ? 'text' : pngStart, 'latin1')
  return names.map(at)
}

async function deskThatRead(...names: readonly string[]): Promise<Desk> {
  const desk = deskWith(readyRecognizer())
  await desk.add(await put(...names))
  await desk.idle()
  return desk
}

const firstRecord = (desk: Desk): LicenseRecord => {
  const [record] = desk.snapshot().records
  if (record === undefined) throw new Error('nothing was read')
  return record
}

describe('adding', () => {
  it('queues what can be read, refuses the rest by name, and tells both in order of arrival', async () => {
    const desk = deskWith(readyRecognizer({ 'c.png': { kind: 'no-license', message: 'a cat' } }))
    const intake = await desk.add(await put('b.png', 'note.txt', 'a.png', 'c.png'))
    await desk.idle()
    const ids = desk.snapshot().jobs.map(({ id }) => id)
    const refusal = { path: at('note.txt'), name: 'note.txt', kind: 'not-an-image', found: '' }
    expect(intake).toEqual({
      accepted: 3,
      refused: [refusal],
      inOrder: [ids[0], refusal, ids[1], ids[2]],
    })
    expect(states(desk)).toEqual(['b.png done', 'a.png done', 'c.png failed'])
  })

  it('refuses what is on the list, also while it is still being looked at', async () => {
    const desk = deskWith(readyRecognizer())
    const paths = await put('a.png')
    const [first, second] = await Promise.all([desk.add(paths), desk.add(paths)])
    expect(first.accepted).toBe(1)
    expect(second).toMatchObject({ accepted: 0, refused: [{ kind: 'already-here' }] })
  })

  it('reads the first files while it looks at others', async () => {
    const recognizer = new HeldRecognizer()
    const desk = deskWith(recognizer)
    const paths = await put(...Array.from({ length: 20 }, (_, index) => `${index}.png`))
    const askedAtEnd: number[] = []
    const adding = desk.add(paths, ({ over }) => {
      if (over) askedAtEnd.push(recognizer.askedFor.length)
    })
    expect((await adding).accepted).toBe(20)
    expect(askedAtEnd).toEqual([1])
    desk.cancel()
  })

  it('keeps what was put on the list before the disk was full, and takes the rest later', async () => {
    const stores = createMemoryStores()
    const desk = deskWith(readyRecognizer(), {
      ...stores,
      together(act) {
        if (stores.jobs.all().length >= 3) throw new StoreProblem('disk-full', 'no room')
        return stores.together(act)
      },
    })
    desk.pause()
    const paths = await put(...Array.from({ length: 9 }, (_, index) => `${index}.png`))
    await expect(desk.add(paths)).rejects.toThrow(StoreProblem)
    expect(states(desk)).toEqual(['0.png queued', '1.png queued', '2.png queued'])
    const later = deskWith(readyRecognizer(), stores)
    expect(await later.add(paths)).toMatchObject({ accepted: 6 })
  })

  it('takes again what was taken off the list', async () => {
    const desk = await deskThatRead('a.png')
    desk.remove(desk.snapshot().jobs.map(({ id }) => id))
    expect((await desk.add([at('a.png')])).accepted).toBe(1)
  })

  it('reads a folder of 1,000 files, all of them, in order (fault 61)', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `${index + 1}.png`)
    const desk = deskWith(readyRecognizer())
    await put(...names)
    expect((await desk.add([folder])).accepted).toBe(1000)
    await desk.idle()
    expect(states(desk)).toEqual(names.map((name) => `${name} done`))
    expect(desk.snapshot().records.map(({ source }) => source.name)).toEqual(names)
  })
})

describe('deciding', () => {
  it('confirms what was read and corrects what was not, and keeps the reading', async () => {
    const desk = await deskThatRead('a.png')
    const { id, reading } = firstRecord(desk)
    desk.decide(id, 'sex', '男')
    const record = desk.decide(id, 'name', '张叁')
    expect(record?.decisions).toEqual({
      sex: { kind: 'confirmed', value: '男' },
      name: { kind: 'corrected', value: '张叁' },
    })
    expect(record?.reading).toEqual(reading)
    expect(firstRecord(desk)).toEqual(record)
    expect(licenseOf(firstRecord(desk))).toEqual({ ...soundLicense, name: '张叁' })
  })

  it('can be taken back, one field at a time', async () => {
    const desk = await deskThatRead('a.png')
    const { id } = firstRecord(desk)
    desk.decide(id, 'sex', '女')
    desk.decide(id, 'name', '')
    expect(desk.revert(id, 'name')?.decisions).toEqual({ sex: { kind: 'corrected', value: '女' } })
    desk.revert(id, 'sex')
    expect(licenseOf(firstRecord(desk))).toEqual(soundLicense)
  })

  it('does nothing about a record that is not there', async () => {
    const desk = await deskThatRead('a.png')
    expect(desk.decide('nobody', 'name', '张叁')).toBeUndefined()
    expect(desk.revert('nobody', 'name')).toBeUndefined()
  })
})

describe('removing', () => {
  it('takes jobs off with their records, whatever they are at, and lets the rest go on', async () => {
    const recognizer = new HeldRecognizer()
    const desk = deskWith(recognizer)
    await desk.add(await put('a.png', 'b.png', 'c.png', 'd.png'))
    await recognizer.answer()
    await recognizer.wasAsked(2)
    const [done, running, queued] = desk.snapshot().jobs.map(({ id }) => id)
    desk.remove([done ?? '', running ?? '', queued ?? '', 'nobody'])
    expect(states(desk)).toEqual(['d.png running'])
    expect(desk.snapshot().records).toEqual([])
    await recognizer.answer()
    await desk.idle()
    expect(recognizer.askedFor).toEqual(['a.png', 'b.png', 'd.png'])
    expect(await readFile(at('a.png'))).toBeDefined()
  })
})

describe('telling what changed', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())
  /** Changes in a short time are told together. */
  const passTime = (): void => void vi.advanceTimersByTime(50)

  it('gathers changes and counts versions, so that a listener can follow', async () => {
    const desk = deskWith(readyRecognizer())
    const told: DeskChange[] = []
    desk.onChange((change) => told.push(change))
    await desk.add(await put('a.png', 'b.png'))
    await desk.idle()
    passTime()
    expect(told).toHaveLength(1)
    const { id } = firstRecord(desk)
    desk.decide(id, 'name', '张叁')
    desk.decide(id, 'name', '张肆')
    const { jobs, records } = desk.snapshot()
    passTime()
    expect(told).toHaveLength(2)
    expect(told).toEqual([
      {
        version: 1,
        jobs,
        records: [{ ...records[0], decisions: {} }, records[1]],
        removedJobIds: [],
        pause: 'none',
      },
      { version: 2, jobs: [], records: [records[0]], removedJobIds: [], pause: 'none' },
    ])
    expect(records[0]?.decisions.name?.value).toBe('张肆')
    expect(desk.snapshot().version).toBe(2)
  })

  it('does not tell a record that was removed together with its job', async () => {
    const desk = await deskThatRead('a.png')
    const told: DeskChange[] = []
    desk.onChange((change) => told.push(change))
    const [job] = desk.snapshot().jobs
    desk.decide(firstRecord(desk).id, 'name', '张叁')
    desk.remove([job?.id ?? ''])
    passTime()
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ jobs: [], records: [], removedJobIds: [job?.id] })
  })

  it('stops when nobody listens any more', async () => {
    const desk = deskWith(readyRecognizer())
    const told: string[] = []
    const stop = desk.onChange(() => told.push('first'))
    desk.onChange(() => told.push('second'))
    stop()
    await desk.add(await put('a.png'))
    await desk.idle()
    passTime()
    expect(told).toEqual(['second'])
  })
})

describe('exporting', () => {
  const names = async (): Promise<string[]> =>
    (await readFile(at('out.csv'), 'utf8'))
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(',')[11] ?? '')

  it('writes all records in order of arrival, also after a second try', async () => {
    const recognizer = new HeldRecognizer()
    const desk = deskWith(recognizer)
    await desk.add(await put('b.png', 'a.png'))
    await recognizer.answer(fail({ kind: 'engine-crashed', message: '' }))
    await recognizer.answer()
    desk.retry()
    await recognizer.answer()
    const outcome = await desk.exportTable({ path: at('out.csv'), headings: 'zh' })
    expect(outcome).toEqual({ kind: 'written', path: at('out.csv'), rows: 2 })
    expect(await names()).toEqual(['b.png', 'a.png'])
  })

  it('writes only the chosen ones, still in order of arrival', async () => {
    const desk = await deskThatRead('b.png', 'a.png', 'c.png')
    const [first, , third] = desk.snapshot().records.map(({ id }) => id)
    const recordIds = [third ?? '', first ?? '']
    await desk.exportTable({ path: at('out.csv'), headings: 'en', recordIds })
    expect(await names()).toEqual(['b.png', 'c.png'])
  })
})

describe('looking at an image', () => {
  it('asks for the image of a job on the list', async () => {
    const desk = await deskThatRead('a.png')
    const [job] = desk.snapshot().jobs
    const preview = await desk.preview(job?.id ?? '', 1600, never)
    expect(preview).toEqual(ok(new TextEncoder().encode('a.png 1600')))
  })

  it('knows none of a job that is not', async () => {
    const desk = await deskThatRead('a.png')
    expect(await desk.preview('nobody', 1600, never)).toMatchObject({
      ok: false,
      error: { kind: 'missing' },
    })
  })
})

describe('closing', () => {
  it('waits for the call that is out, tells what came of it, and starts nothing more', async () => {
    const recognizer = new HeldRecognizer({ isPaid: true })
    const desk = deskWith(recognizer)
    const told: DeskChange[] = []
    desk.onChange((change) => told.push(change))
    await desk.add(await put('a.png', 'b.png'))
    await recognizer.wasAsked(1)
    const closed = desk.close()
    await recognizer.answer()
    await closed
    expect(told.at(-1)?.records.map(({ source }) => source.name)).toEqual(['a.png'])
    expect(states(desk)).toEqual(['a.png done', 'b.png queued'])
  })

  it('is quick after a cancel', async () => {
    const desk = deskWith(new HeldRecognizer())
    await desk.add(await put('a.png', 'b.png'))
    desk.cancel()
    await desk.close()
    expect(states(desk)).toEqual(['a.png cancelled', 'b.png cancelled'])
  })
})

describe('an image without a file', () => {
  const text = new TextEncoder().encode('no picture')
  const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

  it('is kept as long as it is on the list', async () => {
    const stores = createMemoryStores()
    const desk = deskWith(readyRecognizer(), stores)
    expect(await desk.addImage(bytes, '粘贴.png')).toMatchObject({ accepted: 1, refused: [] })
    await desk.idle()
    const [job] = desk.snapshot().jobs
    const id = keptIdOf(job?.source.path ?? '') ?? ''
    expect(states(desk)).toEqual(['粘贴.png done'])
    expect(stores.images.get(id)).toEqual(bytes)
    desk.putAway([job?.id ?? ''])
    expect(stores.images.get(id)).toBeUndefined()
    expect(stores.records.find({}).total).toBe(1)
  })

  it('is written down at once, also while files are looked at', async () => {
    const stores = createMemoryStores()
    const looking = Promise.withResolvers<never>()
    const documents = { count: () => looking.promise, page: () => looking.promise }
    const desk = deskWith(new HeldRecognizer(), stores, { documents })
    await writeFile(at('scan.pdf'), '%PDF-1.7')
    void desk.add([at('scan.pdf')])
    await desk.addImage(bytes, '粘贴.png')
    expect(states(desk)).toEqual(['粘贴.png running'])
    expect(stores.images.get(keptIdOf(desk.snapshot().jobs[0]?.source.path ?? '') ?? '')).toEqual(
      bytes,
    )
  })

  it('has a hundred of its pages kept, and the others told', async () => {
    const stores = createMemoryStores()
    const desk = deskWith(readyRecognizer(), stores)
    const page = { width: 2, height: 2, level: 9 }
    const tiff = greyTiff(Array.from({ length: 103 }, () => page))
    expect(await desk.addImage(tiff, '传真.tif')).toMatchObject({
      accepted: 100,
      refused: [{ name: '传真.tif', kind: 'pages-left', pages: { first: 1, last: 100, of: 103 } }],
    })
  })

  it('is refused by name when it is none', async () => {
    const desk = deskWith(readyRecognizer())
    expect(await desk.addImage(text, '粘贴.png')).toMatchObject({
      accepted: 0,
      refused: [{ name: '粘贴.png', kind: 'not-an-image' }],
    })
  })
})

describe('putting away', () => {
  it('takes off what is done and leaves the rest, and keeps the records', async () => {
    const stores = createMemoryStores()
    const recognizer = new HeldRecognizer()
    const desk = deskWith(recognizer, stores)
    await desk.add(await put('a.png', 'b.png'))
    await recognizer.answer()
    await recognizer.wasAsked(2)
    desk.putAway(desk.snapshot().jobs.map(({ id }) => id))
    expect(states(desk)).toEqual(['b.png running'])
    expect(stores.records.find({}).matches.map(({ name }) => name)).toEqual([soundLicense.name])
  })
})

describe('the audit log', () => {
  it('says who did what when, to which record, and nothing of what it holds', async () => {
    const stores = createMemoryStores()
    const desk = deskWith(readyRecognizer(), stores)
    await desk.add(await put('a.png'))
    await desk.idle()
    const { id } = firstRecord(desk)
    desk.decide(id, 'name', '张叁')
    desk.revert(id, 'name')
    await desk.exportTable({ path: at('out.csv'), headings: 'zh' })
    desk.remove(desk.snapshot().jobs.map((job) => job.id))
    const entries = stores.audit.newest(10).toReversed()
    expect(entries.map(({ act, subject, count }) => [act, subject, count])).toEqual([
      ['images-added', '', 1],
      ['license-read', id, 1],
      ['field-decided', id, 1],
      ['field-reverted', id, 1],
      ['records-exported', '', 1],
      ['records-removed', id, 1],
    ])
    expect(new Set(entries.map(({ who }) => who))).toEqual(new Set(['desk-1']))
    expect(JSON.stringify(entries)).not.toMatch(/张|a\.png/)
  })
})
