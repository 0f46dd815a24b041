import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, vi } from 'vitest'
import { createDeletion } from '../../../../electron/records/deletion.ts'
import { createPeople } from '../../../../electron/records/people.ts'
import { createPurge } from '../../../../electron/records/purge.ts'
import type { OpenStores } from '../../../../electron/store/sqlite/open-stores.ts'
import { jobWith, recordOf } from '../../../contracts/kept-samples.ts'
import { newFolder } from '../../settings/folder.ts'
import { opened } from './opened.ts'

vi.setConfig({ testTimeout: 60_000 })

const lost = { kind: 'outcome-unknown', message: 'no answer came' } as const
const [zhang, li] = ['441900199012210519', '110101198003077715']

/** Somebody who can write the file, and has no key. */
function tamper(folder: string, sql: string): void {
  const database = new DatabaseSync(path.join(folder, 'desk.sqlite'))
  database.exec(sql)
  database.close()
}

/** Records `old` and `new` of one person, `other` of another; then somebody changes the file. */
async function after(sql: string): Promise<OpenStores> {
  const folder = newFolder()
  const { stores, close } = await opened(folder)
  stores.records.put(recordOf('old', { number: zhang, readAt: '2026-01-05T02:00:00.000Z' }))
  stores.records.put(recordOf('new', { number: zhang, readAt: '2026-11-20T02:00:00.000Z' }))
  stores.records.put(recordOf('other', { number: li, readAt: '2026-11-21T02:00:00.000Z' }))
  await close()
  tamper(folder, sql)
  return opened(folder)
}

const actsOn = ({ stores }: OpenStores) => {
  const away = (_ids: readonly string[], alongside: () => void): void => stores.together(alongside)
  const common = { stores, note: () => undefined }
  const deletion = createDeletion({ ...common, remove: away, scrub: async () => 0 })
  return {
    purge: createPurge({ ...common, putAway: away, scrub: async () => 0 }),
    people: createPeople({ ...common, deletion }),
    left: () => stores.records.find({}).matches.map(({ id }) => id),
  }
}
const halfYear = '2026-06-01T00:00:00.000Z'
const personOf = (id: string) => `(SELECT person FROM records WHERE id = '${id}')`
const brokenContent = `UPDATE records SET content = zeroblob(60)`

describe('when a record was read', () => {
  it('stands in its seal: a date that was changed makes none due for purging', async () => {
    const { purge, left } = actsOn(await after(`UPDATE records SET read_at = '2020-01-01'`))
    expect(purge.preview(halfYear)).toMatchObject({ count: 1 })
    await purge.carryOut(halfYear)
    expect(left()).toEqual(['other', 'new'])
  })

  it('stands in its seal: a date that was changed keeps none for ever', async () => {
    const { purge, left } = actsOn(await after(`UPDATE records SET read_at = '2999-01-01'`))
    await purge.carryOut(halfYear)
    expect(left()).toEqual(['other', 'new'])
  })

  it('is known of one that does not open any more, too', async () => {
    const sql = `${brokenContent}, read_at = '2020-01-01' WHERE id = 'new'`
    const { purge } = actsOn(await after(sql))
    expect(purge.preview(halfYear)).toMatchObject({ count: 1, newest: '2026-01-05T02:00:00.000Z' })
  })

  it('is believed of none that says otherwise itself, though all that it is found by is an older copy', async () => {
    const folder = newFolder()
    const first = await opened(folder)
    first.stores.records.put(recordOf('again', { readAt: '2026-01-05T02:00:00.000Z' }))
    await first.close()
    const copy = path.join(newFolder(), 'copy.sqlite')
    copyFileSync(path.join(folder, 'desk.sqlite'), copy)
    const second = await opened(folder)
    second.stores.records.put(recordOf('again', { readAt: '2026-11-20T02:00:00.000Z' }))
    await second.close()
    tamper(
      folder,
      `ATTACH '${copy}' AS copy;
       DELETE FROM search_blocks; INSERT INTO search_blocks SELECT * FROM copy.search_blocks;
       UPDATE records SET read_at = (SELECT read_at FROM copy.records)`,
    )
    const third = await opened(folder)
    await actsOn(third).purge.carryOut(halfYear)
    expect(third.stores.records.get('again')?.readAt).toBe('2026-11-20T02:00:00.000Z')
  })
})

describe('whose a record is', () => {
  it('stands in its seal: none is missed when all about a person is deleted', async () => {
    const sql = `UPDATE records SET person = ${personOf('other')} WHERE id = 'old'`
    const { people, left } = actsOn(await after(sql))
    expect(people.held('new')).toMatchObject({ records: 2 })
    await people.forget('new')
    expect(left()).toEqual(['other'])
  })

  it('stands in its seal: nobody else’s is deleted with it', async () => {
    const sql = `UPDATE records SET person = ${personOf('new')} WHERE id = 'other'`
    const { people, left } = actsOn(await after(sql))
    await people.forget('new')
    expect(left()).toEqual(['other'])
  })

  it('is known of one that does not open any more, too', async () => {
    const sql = `${brokenContent}, person = ${personOf('other')} WHERE id = 'old'`
    const tampered = await after(sql)
    await actsOn(tampered).people.forget('new')
    expect(tampered.stores.records.marks({}).map(({ id }) => id)).toEqual(['other'])
  })

  it('is known though all that it is found by is gone', async () => {
    const sql = `DELETE FROM search_blocks; UPDATE records SET person = zeroblob(32)`
    const { people, left } = actsOn(await after(sql))
    await people.forget('new')
    expect(left()).toEqual(['other'])
  })
})

describe('the image of a record', () => {
  const [image, another] = ['a 1', 'b 1']
  const kept = (id: string, hash: string) => {
    const record = recordOf(id)
    return { ...record, source: { ...record.source, image: hash } }
  }

  it.each([
    [
      'is put beside another record',
      `UPDATE records SET image = (SELECT image FROM records WHERE id = 'one')`,
      [],
    ],
    ['is taken away', `UPDATE records SET image = NULL`, ['other']],
  ])('stands in its seal: when it %s it is of no other', async (_, sql, others) => {
    const folder = newFolder()
    const { stores, close } = await opened(folder)
    stores.records.put(kept('one', 'a'))
    stores.records.put(kept('other', 'b'))
    await close()
    tamper(folder, sql)
    const { records } = (await opened(folder)).stores
    expect(records.ofImage(image)).toEqual(['one'])
    expect(records.ofImage(another)).toEqual(others)
  })
})

describe('what stands beside a job', () => {
  it.each([
    ['its record', `UPDATE jobs SET record_id = 'b' WHERE id = 'done'`],
    ['that it is done', `UPDATE jobs SET state = 'queued', turn = 7 WHERE id = 'done'`],
    [
      'that nobody knows what came of it',
      `UPDATE jobs SET state = 'queued', turn = 7, failure = NULL WHERE id = 'lost'`,
    ],
    ['that a record is read once more', `UPDATE jobs SET record_id = 'b' WHERE id = 'again'`],
  ])('is bound to it: when %s was changed the job is not believed', async (_, sql) => {
    const folder = newFolder()
    const { stores, close } = await opened(folder)
    stores.jobs.put(jobWith('done', { kind: 'done', recordIds: ['a'] }))
    stores.jobs.put(jobWith('lost', { kind: 'unknown', failure: lost }))
    stores.jobs.put(jobWith('again', { kind: 'running', recordIds: ['a'] }))
    await close()
    tamper(folder, sql)
    const again = await opened(folder)
    expect(again.found.kind).toBe('lost')
    const isSure = again.stores.jobs
      .all()
      .every(({ id, state }) => !sql.includes(`'${id}'`) && state.kind !== 'queued')
    expect(isSure).toBe(true)
  })

  it('is the same when it is claimed', async () => {
    const folder = newFolder()
    const { stores, close } = await opened(folder)
    stores.jobs.put(jobWith('a'))
    expect(stores.jobs.claim()).toMatchObject({ state: { kind: 'running' } })
    await close()
    const again = await opened(folder)
    expect(again.found).toEqual({ kind: 'sound' })
    expect(again.stores.jobs.get('a')).toMatchObject({ state: { kind: 'running' } })
  })
})
