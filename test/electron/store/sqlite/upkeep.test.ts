import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { jobWith, recordOf } from '../../../contracts/kept-samples.ts'
import { newFolder } from '../../settings/folder.ts'
import { opened } from './opened.ts'

const backupsIn = (folder: string): string[] => readdirSync(path.join(folder, 'backups')).toSorted()
const backupOf = (folder: string, day: string): string =>
  path.join(folder, 'backups', `desk-${day}.sqlite`)

/** A clock that a test turns. */
function clock(first: string) {
  let now = new Date(first)
  return {
    now: () => now,
    set: (later: string) => {
      now = new Date(later)
    },
  }
}

describe('the daily backup', () => {
  it('is made once a day, and the last seven are kept', async () => {
    const folder = newFolder()
    const { now, set } = clock('2026-11-20T23:59:59Z')
    const { stores, upkeep } = await opened(folder, now)
    for (let day = 20; day < 28; day += 1) {
      set(`2026-11-${day}T23:59:59Z`)
      stores.records.put(recordOf(`${day}`))
      expect(await upkeep.backUp()).toEqual({
        kind: 'made',
        path: backupOf(folder, `2026-11-${day}`),
      })
      expect(await upkeep.backUp()).toMatchObject({ kind: 'there' })
    }
    const days = [21, 22, 23, 24, 25, 26, 27].map((day) => `desk-2026-11-${day}.sqlite`)
    expect(backupsIn(folder)).toEqual(days)
  })

  it('holds all that was kept but images that wait, and opens as a store of its own', async () => {
    const folder = newFolder()
    const { stores, upkeep } = await opened(folder)
    stores.jobs.put(jobWith('a'))
    stores.records.put(recordOf('1'))
    stores.paid.put('image', { kind: 'sent' })
    stores.images.put('pasted', Uint8Array.of(1, 2, 3))
    await upkeep.backUp()
    const other = newFolder()
    writeFileSync(path.join(other, 'desk.sqlite'), readFileSync(backupOf(folder, '2026-11-24')))
    const copy = await opened(other)
    expect(copy.found).toEqual({ kind: 'sound' })
    expect(copy.stores.jobs.all()).toEqual([jobWith('a')])
    expect(copy.stores.records.get('1')).toEqual(recordOf('1'))
    expect(copy.stores.paid.get('image')).toEqual({ kind: 'sent' })
    expect(copy.stores.images.get('pasted')).toBeUndefined()
    expect(stores.images.get('pasted')).toHaveLength(3)
  })

  it('is whole though much is written while it is made', async () => {
    const folder = newFolder()
    const { stores, upkeep } = await opened(folder)
    stores.together(() => {
      for (let number = 0; number < 500; number += 1) stores.records.put(recordOf(`${number}`))
    })
    const making = upkeep.backUp()
    const isMade = making.then(() => true)
    let written = 0
    while (!(await Promise.race([isMade, nextTurn(false)]))) {
      const id = `later-${written}`
      stores.together(() => {
        stores.records.put(recordOf(`${id}-a`))
        stores.records.put(recordOf(`${id}-b`))
      })
      written += 1
    }
    expect(await making).toMatchObject({ kind: 'made' })
    expect(written).toBeGreaterThan(0)
    const database = new DatabaseSync(backupOf(folder, '2026-11-24'), { readOnly: true })
    const halves = database
      .prepare(`SELECT substr(id, 1, length(id) - 1) AS pair, count(*) AS count FROM records
        WHERE id LIKE 'later%' GROUP BY pair HAVING count <> 2`)
      .all()
    database.close()
    expect(halves).toEqual([])
  })

  it('is looked through on another thread, as is every backup that something is removed from', async () => {
    const { stores, upkeep } = await opened(newFolder())
    stores.records.put(recordOf('a'))
    const asked = vi.spyOn(DatabaseSync.prototype, 'prepare')
    onTestFinished(() => asked.mockRestore())
    const checks = (): string[] =>
      asked.mock.calls.map(([sql]) => sql).filter((sql) => sql.includes('_check'))
    expect(await upkeep.backUp()).toMatchObject({ kind: 'made' })
    stores.records.remove('a')
    expect(await upkeep.compact()).toEqual({ clean: 1, left: [] })
    expect(checks()).toEqual([])
    await upkeep.check()
    expect(checks()).toHaveLength(1)
  })

  it('leaves the ones before alone when its folder cannot be written to', async () => {
    const folder = newFolder()
    const { now, set } = clock('2026-11-23T02:00:00Z')
    const { upkeep } = await opened(folder, now)
    await upkeep.backUp()
    set('2026-11-24T02:00:00Z')
    rmSync(path.join(folder, 'backups'), { recursive: true })
    writeFileSync(path.join(folder, 'backups'), 'a file where the folder was')
    expect(await upkeep.backUp()).toEqual({ kind: 'failed', reason: 'store-failed' })
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  })
})

describe('what was removed', () => {
  /** The sealed bytes of a column, as they stand in the file. */
  function sealedIn(file: string, sql: string): Buffer {
    const database = new DatabaseSync(file, { readOnly: true })
    const value = database.prepare(sql).get()?.['value']
    database.close()
    if (!(value instanceof Uint8Array)) throw new Error('nothing sealed there')
    return Buffer.from(value)
  }
  /** Names of files in which the bytes, or a good part of them, still stand. */
  const filesWith = (folder: string, bytes: Buffer): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file).includes(bytes.subarray(20, 60)))
      .map((file) => path.basename(file))
      .toSorted()

  it('leaves the store, its log and every backup, and what remains is still there', async () => {
    const folder = newFolder()
    const { now, set } = clock('2026-11-22T02:00:00Z')
    const { stores, upkeep, close } = await opened(folder, now)
    for (const id of ['a', 'b', 'c']) {
      stores.records.put(recordOf(id, { name: `张${id}` }))
      stores.jobs.put(jobWith(id, { kind: 'done', recordIds: [id] }))
      stores.paid.put(id, {
        kind: 'answered',
        outcome: { ok: true, value: [recordOf(id).reading] },
      })
    }
    await upkeep.backUp()
    set('2026-11-23T02:00:00Z')
    await upkeep.backUp()
    const backup = backupOf(folder, '2026-11-22')
    const sealed = [
      sealedIn(backup, `SELECT content AS value FROM records WHERE id = 'b'`),
      sealedIn(backup, `SELECT source AS value FROM jobs WHERE id = 'b'`),
      sealedIn(backup, `SELECT outcome AS value FROM paid WHERE rowid = 2`),
      sealedIn(backup, `SELECT entries AS value FROM search_blocks`),
    ]
    for (const bytes of sealed) expect(filesWith(folder, bytes)).toHaveLength(3)

    stores.together(() => {
      stores.records.remove('b')
      stores.jobs.remove('b')
      stores.paid.remove('b')
    })
    expect(filesWith(folder, sealed[0] ?? Buffer.of())).not.toEqual([])
    expect(await upkeep.compact()).toEqual({ clean: 2, left: [] })
    for (const bytes of sealed) expect(filesWith(folder, bytes)).toEqual([])

    await close()
    writeFileSync(path.join(folder, 'desk.sqlite'), '')
    const restored = await opened(folder, now)
    expect(restored.found).toMatchObject({ kind: 'restored' })
    expect(restored.stores.records.find({ text: '张' }).matches.map(({ id }) => id)).toEqual([
      'c',
      'a',
    ])
    expect(restored.stores.jobs.all().map(({ id }) => id)).toEqual(['a', 'c'])
    expect(restored.stores.paid.get('b')).toBeUndefined()
    expect(restored.stores.paid.get('c')).toBeDefined()
    expect(await restored.upkeep.check()).toEqual({ kind: 'sound' })
  })

  it('leaves the backups at the next start when the program ended before', async () => {
    const folder = newFolder()
    const first = await opened(folder)
    first.stores.records.put(recordOf('a'))
    await first.upkeep.backUp()
    first.stores.records.remove('a')
    await first.close()
    const backup = backupOf(folder, '2026-11-24')
    const sealed = sealedIn(backup, `SELECT content AS value FROM records WHERE id = 'a'`)
    expect(filesWith(folder, sealed)).toEqual(['desk-2026-11-24.sqlite'])
    const { upkeep } = await opened(folder)
    await upkeep.compact()
    expect(filesWith(folder, sealed)).toEqual([])
  })

  it('has no backup opened where nothing was removed', async () => {
    const folder = newFolder()
    const { stores, upkeep } = await opened(folder)
    stores.records.put(recordOf('a'))
    await upkeep.backUp()
    writeFileSync(backupOf(folder, '2026-11-23'), 'broken, which opening it would tell')
    expect(await upkeep.compact()).toEqual({ clean: 2, left: [] })
    expect(backupsIn(folder)).toHaveLength(2)
  })

  it('takes a broken backup with it, and names one of a newer version', async () => {
    const folder = newFolder()
    const { now, set } = clock('2026-11-22T02:00:00Z')
    const { stores, upkeep } = await opened(folder, now)
    stores.records.put(recordOf('a'))
    for (const day of ['22', '23', '24']) {
      set(`2026-11-${day}T02:00:00Z`)
      await upkeep.backUp()
    }
    writeFileSync(backupOf(folder, '2026-11-22'), 'broken')
    const newer = new DatabaseSync(backupOf(folder, '2026-11-23'))
    newer.exec(`INSERT INTO migrations VALUES (1000, 'later', '0.9.0', 'ab')`)
    newer.close()
    stores.records.remove('a')
    const left = { clean: 1, left: [backupOf(folder, '2026-11-23')] }
    expect(await upkeep.compact()).toEqual(left)
    expect(backupsIn(folder)).toEqual(['desk-2026-11-23.sqlite', 'desk-2026-11-24.sqlite'])
    expect(await upkeep.compact()).toEqual(left)
    rmSync(backupOf(folder, '2026-11-23'))
    expect(await upkeep.compact()).toEqual({ clean: 1, left: [] })
  })
})

describe('a store that was set aside', () => {
  /** Broken, set aside on the 24th, and begun anew. */
  async function withOneAside(now: () => Date) {
    const folder = newFolder()
    await (await opened(folder, now)).close()
    writeFileSync(path.join(folder, 'desk.sqlite'), 'broken')
    writeFileSync(path.join(folder, 'desk.sqlite-wal'), 'log')
    const { upkeep } = await opened(folder, now)
    return {
      upkeep,
      aside: () => readdirSync(folder).filter((name) => name.startsWith('desk.broken-')),
    }
  }

  it('goes after seven days', async () => {
    const { now, set } = clock('2026-11-24T02:00:00Z')
    const { upkeep, aside } = await withOneAside(now)
    set('2026-12-01T02:00:00Z')
    await upkeep.backUp()
    await upkeep.compact()
    expect(aside()).toHaveLength(2)
    set('2026-12-01T02:00:01Z')
    await upkeep.backUp()
    expect(aside()).toEqual([])
  })

  it('goes at once when that is wanted', async () => {
    const { upkeep, aside } = await withOneAside(clock('2026-11-24T02:00:00Z').now)
    await upkeep.removeSetAside()
    expect(aside()).toEqual([])
  })
})

describe('what searches hold in memory', () => {
  it('can be opened ahead while records come and go, and be forgotten', async () => {
    const { stores, upkeep } = await opened(newFolder())
    stores.together(() => {
      for (let number = 0; number < 1500; number += 1)
        stores.records.put(recordOf(`${number}`, { name: `张${number}` }))
    })
    const warming = upkeep.warm()
    stores.records.put(recordOf('later', { name: '李四' }))
    stores.records.put(recordOf('0', { name: '王五' }))
    stores.records.remove('1499')
    await warming
    const names = (text: string): string[] =>
      stores.records.find({ text }).matches.map(({ name }) => name)
    expect(names('李四')).toEqual(['李四'])
    expect(names('王五')).toEqual(['王五'])
    expect(names('张0')).toEqual([])
    expect(names('张1499')).toEqual([])
    expect(names('张149')).toHaveLength(10)
    upkeep.cool()
    expect(stores.records.find({}).total).toBe(1500)
  })
})
