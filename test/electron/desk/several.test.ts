import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeskChange } from '../../../core/ipc/contract.ts'
import { imageOf } from '../../../core/license/record.ts'
import { fail, ok } from '../../../core/result.ts'
import type { Desk } from '../../../electron/desk/desk.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import type { Stores } from '../../../electron/store/stores.ts'
import { HeldRecognizer, readingsOf } from '../../fakes/fake-recognizer.ts'
import { deskWith, pngStart, states } from './desk-parts.ts'

let folder = ''
let recognizer: HeldRecognizer
let stores: Stores
let desk: Desk

/** A desk with a picture of three licenses and one of one. */
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '柜台 '))
  recognizer = new HeldRecognizer()
  stores = createMemoryStores()
  desk = deskWith(recognizer, stores)
  for (const name of ['three.png', 'one.png'])
    await writeFile(path.join(folder, name), `${pngStart}${name}`, 'latin1')
  await desk.add(['three.png', 'one.png'].map((name) => path.join(folder, name)))
  await recognizer.answer(ok(readingsOf('1', '2', '3')))
  await recognizer.answer(ok(readingsOf('4')))
  await desk.idle()
})
afterEach(() => rm(folder, { recursive: true }))

const numbers = (): string[] =>
  desk.snapshot().records.map(({ reading }) => reading.fields.id_num.value)
const kept = (): number => stores.records.find({}).total
const idOf = (number: string): string =>
  desk.snapshot().records.find(({ reading }) => reading.fields.id_num.value === number)?.id ?? ''
const firstJob = () => {
  const [job] = stores.jobs.all()
  if (job === undefined) throw new Error('the list is empty')
  return job
}

/** What is told while something is done. */
async function toldBy(act: () => void): Promise<DeskChange> {
  const change = new Promise<DeskChange>((resolve) => desk.onChange(resolve))
  act()
  return change
}

describe('a picture of several licenses on the list', () => {
  it('has each of them there, and in the table, in reading order', async () => {
    expect(states(desk)).toEqual(['three.png done', 'one.png done'])
    expect(numbers()).toEqual(['1', '2', '3', '4'])
    const file = path.join(folder, 'out.csv')
    await desk.exportTable({ path: file, headings: 'en' })
    const rows: Record<string, string>[] = parse(await readFile(file), { bom: true, columns: true })
    expect(rows.map((row) => [row['License number'], row['Source file']])).toEqual([
      ['1', 'three.png, license 1 of 3'],
      ['2', 'three.png, license 2 of 3'],
      ['3', 'three.png, license 3 of 3'],
      ['4', 'one.png'],
    ])
  })

  it('loses one that is deleted, and nothing else', async () => {
    const id = idOf('2')
    const change = await toldBy(() => desk.remove([id]))
    expect([numbers(), kept()]).toEqual([['1', '3', '4'], 3])
    expect(change.jobs).toContainEqual(firstJob())
    expect(change.records.map((record) => record.id)).not.toContain(id)
    expect(change.removedJobIds).toEqual([])
    expect(stores.audit.newest(1)[0]).toMatchObject({ act: 'records-removed', subject: id })
  })

  it('keeps the record of one that is put away', () => {
    desk.putAway([idOf('1')])
    expect([numbers(), kept()]).toEqual([['2', '3', '4'], 4])
  })

  it('leaves the list with the last of them', async () => {
    desk.putAway([idOf('1'), idOf('4')])
    expect(states(desk)).toEqual(['three.png done'])
    const job = firstJob()
    const change = await toldBy(() => desk.remove([idOf('2'), idOf('3')]))
    expect([states(desk), kept()]).toEqual([[], 2])
    expect(change.removedJobIds).toContain(job.id)
  })

  it('goes as a whole where its image is named', () => {
    desk.remove([firstJob().id])
    expect([numbers(), kept()]).toEqual([['4'], 1])
    expect(stores.audit.newest(3).map(({ act }) => act)).toEqual(Array(3).fill('records-removed'))
  })

  it('keeps what was paid for it as long as one of them is there', () => {
    const image = imageOf(firstJob().source)
    stores.paid.put(image, { kind: 'sent' })
    desk.remove([idOf('1'), idOf('2')])
    expect(stores.paid.get(image)).toEqual({ kind: 'sent' })
    desk.remove([idOf('3')])
    expect(stores.paid.get(image)).toBeUndefined()
  })

  it('is here already when it is dropped again', async () => {
    desk.putAway([idOf('1')])
    const again = await desk.add([path.join(folder, 'three.png')])
    expect(again).toMatchObject({ accepted: 0, refused: [{ kind: 'already-here' }] })
  })
})

describe('one of several that is deleted while they are read once more', () => {
  it('does not come back', async () => {
    const missed = { recognizer: 'held', failure: { kind: 'engine-crashed', message: '' } } as const
    const record = stores.records.get(idOf('1'))
    if (record === undefined) throw new Error('nothing was read')
    stores.records.put({ ...record, reading: { ...record.reading, missed } })
    desk.retry([firstJob().id])
    const asked = recognizer.open[0]
    desk.remove([idOf('2')])
    asked?.answer(ok(readingsOf('1', '2', '3')))
    await desk.idle()
    expect([numbers(), kept()]).toEqual([['1', '3', '4'], 3])
    expect(states(desk)).toEqual(['three.png done', 'one.png done'])
  })
})

it('a picture that was no license takes the place of none, and its number is never told in words', async () => {
  const secondPage = {
    number: { value: '441900199012210519', confidence: 0.9 },
    fileNumber: { value: '440012345678', confidence: 0.9 },
    record: { value: '', confidence: null },
  }
  await writeFile(path.join(folder, 'back.png'), `${pngStart}back`, 'latin1')
  await desk.add([path.join(folder, 'back.png')])
  await recognizer.answer(fail({ kind: 'second-page', message: 'second page', secondPage }))
  const state = desk.snapshot().jobs[2]?.state
  expect(state).toEqual({
    kind: 'failed',
    failure: { kind: 'second-page', message: 'second page', secondPage },
  })
  expect(JSON.stringify(stores.audit.newest(100))).not.toContain('441900199012210519')
})
