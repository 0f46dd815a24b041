import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Reading } from '../../../../core/license/reading.ts'
import { imageOf } from '../../../../core/license/record.ts'
import { paidRow } from '../../../../electron/store/sqlite/paid.ts'
import { sealedColumn } from '../../../../electron/store/sqlite/sealed-values.ts'
import { StoreProblem } from '../../../../electron/store/store-problem.ts'
import { jobWith, recordOf } from '../../../contracts/kept-samples.ts'
import { newFolder } from '../../settings/folder.ts'
import { fileIn, spoil } from './damage.ts'
import { opened, testVault } from './opened.ts'

const { source } = jobWith('1')
const record = { ...recordOf('record-1'), source }

/** A reading before a picture could hold several licenses. */
function earlier({ medium: _medium, hindrances: _hindrances, ...reading }: Reading): unknown {
  return reading
}

const sealed = (table: string, column: string, row: string, value: unknown): Uint8Array =>
  sealedColumn(testVault, {
    table,
    column,
    schema: z.unknown(),
    isPacked: table !== 'jobs',
  }).seal(row, value)

function write(folder: string, sql: string, values: readonly (string | Uint8Array)[]): void {
  const database = new DatabaseSync(fileIn(folder))
  database.prepare(sql).run(...values)
  database.close()
}

/** As an earlier version wrote it. */
const writeRecordId = (folder: string, text: string): void =>
  write(folder, `UPDATE jobs SET record_id = ?, source = ?`, [
    text,
    sealed('jobs', 'source', '1', source),
  ])

/** A store with one job that is done, as it was kept when a job had one record. */
async function earlierStore(): Promise<string> {
  const folder = newFolder()
  const { stores, close } = await opened(folder)
  stores.records.put(record)
  stores.jobs.put(jobWith('1', { kind: 'done', recordIds: ['record-1'] }))
  stores.paid.put(imageOf(source), {
    kind: 'answered',
    outcome: { ok: true, value: [record.reading] },
  })
  await close()
  writeRecordId(folder, 'record-1')
  const image = testVault.fingerprint('paid image', imageOf(source))
  const reading = earlier(record.reading)
  write(folder, `UPDATE paid SET outcome = ?`, [
    sealed('paid', 'outcome', paidRow(image), { ok: true, value: reading }),
  ])
  write(folder, `UPDATE records SET content = ?`, [
    sealed('records', 'content', 'record-1', { ...record, reading }),
  ])
  return folder
}

it('opens a job of one record, its record and what was paid, as they were kept before', async () => {
  const { stores } = await opened(await earlierStore())
  expect(stores.jobs.all()).toEqual([jobWith('1', { kind: 'done', recordIds: ['record-1'] })])
  expect(stores.records.get('record-1')).toEqual(record)
  expect(record.reading).toMatchObject({ medium: 'print', hindrances: [] })
  expect(stores.paid.get(imageOf(source))).toEqual({
    kind: 'answered',
    outcome: { ok: true, value: [record.reading] },
  })
})

it.each(['["one", "two"', '[]', '[1]', '["one", 2]'])(
  'says that a job whose records are %s is damaged',
  async (text) => {
    const folder = await earlierStore()
    writeRecordId(folder, text)
    const { stores } = await opened(folder)
    expect(() => stores.jobs.get('1')).toThrow(StoreProblem)
  },
)

it('brings back jobs of several records from a broken store', async () => {
  const folder = newFolder()
  const { stores, close } = await opened(folder)
  const several = jobWith('1', { kind: 'done', recordIds: ['a', 'b'] })
  const again = jobWith('2', { kind: 'running', recordIds: ['c', 'd'] })
  for (const job of [several, again]) stores.jobs.put(job)
  for (const id of ['a', 'b', 'c', 'd']) stores.records.put(recordOf(id))
  await close()
  spoil(folder, `INSERT INTO quota VALUES (x'00', '2026-11-24', 1, 7)`)
  const later = await opened(folder)
  expect(later.found).toMatchObject({ kind: 'lost' })
  expect(later.stores.jobs.all()).toEqual([
    several,
    jobWith('2', { kind: 'done', recordIds: ['c', 'd'] }),
  ])
})
