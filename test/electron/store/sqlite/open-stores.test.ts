import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openStores } from '../../../../electron/store/sqlite/open-stores.ts'
import { StoreProblem } from '../../../../electron/store/store-problem.ts'
import { createVault } from '../../../../electron/vault/vault.ts'
import { jobWith, recordOf } from '../../../contracts/kept-samples.ts'
import { newFolder } from '../../settings/folder.ts'
import { modeForOthers } from '../../vault/mode-for-others.ts'
import { asBackup, damage, day, fileIn, filled, problemIn } from './damage.ts'
import { opened } from './opened.ts'

/** Every file with its bytes. */
const bytesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [file, readFileSync(file).toString('base64')]),
  )

describe('a data folder', () => {
  it('holds one file of the store when it is closed, for its owner only', async () => {
    const folder = await filled()
    expect(readdirSync(folder).toSorted()).toEqual(['backups', 'desk.lock', 'desk.sqlite'])
    expect(readdirSync(path.join(folder, 'backups'))).toEqual([`desk-${asBackup}`])
    const modes = ['desk.sqlite', `backups/desk-${asBackup}`].map((name) =>
      modeForOthers(path.join(folder, name)),
    )
    expect(modes).toEqual([0, 0])
  })

  it('that was closed says so to whoever still asks', async () => {
    const { stores, close } = await opened(newFolder())
    stores.jobs.put(jobWith('a'))
    await close()
    expect(() => stores.jobs.all()).toThrow(StoreProblem)
    expect(() => stores.jobs.put(jobWith('b'))).toThrow('the store is closed')
    expect(() => stores.together(() => undefined)).toThrow('the store is closed')
  })

  it('is found sound, and is made where it is not there', async () => {
    expect(await problemIn(path.join(newFolder(), 'new', 'data'))).toEqual({ kind: 'sound' })
    expect(await problemIn(await filled())).toEqual({ kind: 'sound' })
  })

  it('is opened by one at a time, and the other is told so', async () => {
    const folder = newFolder()
    const first = await opened(folder)
    expect(await problemIn(folder)).toEqual({ kind: 'in-use' })
    await first.close()
    expect(await problemIn(folder)).toEqual({ kind: 'sound' })
  })

  it('loses what a write that was cut short left, and nothing else (fault 4)', async () => {
    const folder = await filled()
    const keep = ['keys.json', 'desk.broken-2026.sqlite', 'notes.part', 'backups/notes.txt']
    const leftovers = [
      'desk.sqlite.1234.part',
      'desk.sqlite.1234.part-journal',
      'keys.json.1234.part',
      'backups/desk-2026-11-24.sqlite.part',
      'backups/desk-2026-11-24.sqlite.part-wal',
    ]
    for (const name of [...keep, ...leftovers]) writeFileSync(path.join(folder, name), 'x')
    expect(await problemIn(folder)).toEqual({ kind: 'sound' })
    expect(keep.filter((name) => !existsSync(path.join(folder, name)))).toEqual([])
    expect(leftovers.filter((name) => existsSync(path.join(folder, name)))).toEqual([])
  })

  it('keeps instants as they were given, wherever the desk stands (fault 23)', async () => {
    const folder = newFolder()
    const zone = process.env['TZ']
    try {
      process.env['TZ'] = 'Asia/Shanghai'
      const { stores, upkeep, close } = await opened(folder, () => new Date('2026-11-23T16:30:00Z'))
      stores.records.put(recordOf('a', { readAt: '2026-11-23T16:30:00.000Z' }))
      stores.records.put(recordOf('b', { readAt: '2026-11-23T23:30:00.000Z' }))
      await upkeep.backUp()
      await close()
      process.env['TZ'] = 'America/New_York'
      const later = await opened(folder)
      expect(later.stores.records.find({}).matches.map(({ readAt }) => readAt)).toEqual([
        '2026-11-23T23:30:00.000Z',
        '2026-11-23T16:30:00.000Z',
      ])
      const before = { readBefore: '2026-11-23T20:00:00.000Z' }
      expect(later.stores.records.find(before).matches.map(({ id }) => id)).toEqual(['a'])
      expect(readdirSync(path.join(folder, 'backups'))).toEqual([`desk-${asBackup}`])
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})

describe('a store that is not ours to open', () => {
  it('of a newer version is left as it is, and the version is named (fault 19)', async () => {
    const folder = await filled()
    const database = new DatabaseSync(fileIn(folder))
    database.exec(`
      INSERT INTO migrations VALUES (1000, 'later', '0.9.0', 'ab');
      CREATE TABLE later (id INTEGER PRIMARY KEY)`)
    database.close()
    const before = bytesIn(folder)
    expect(await problemIn(folder)).toEqual({ kind: 'newer', needs: '0.9.0' })
    expect(bytesIn(folder)).toEqual(before)
  })

  it('sealed with another key is left as it is, and so are its backups', async () => {
    const folder = await filled()
    const before = bytesIn(folder)
    const other = createVault(Buffer.alloc(32, 8))
    expect(await problemIn(folder, other)).toEqual({ kind: 'other-key' })
    expect(bytesIn(folder)).toEqual(before)
  })

  it('is not replaced by a backup that another key sealed', async () => {
    const [folder, other] = [await filled(), newFolder()]
    cpSync(path.join(folder, 'backups'), path.join(other, 'backups'), { recursive: true })
    const { stores, close } = await opened(other, day(24))
    expect(stores.records.find({}).total).toBe(199)
    await close()
    damage(other, (bytes) => bytes.fill(0))
    const before = bytesIn(path.join(other, 'backups'))
    const lost = await openStores(other, createVault(Buffer.alloc(32, 8)), day(24))
    expect(lost.ok && lost.value.found.kind).toBe('lost')
    if (lost.ok) await lost.value.close()
    expect(bytesIn(path.join(other, 'backups'))).toEqual(before)
  })

  it('with a migration that was edited, or left out, is left as it is', async () => {
    const folder = await filled()
    const database = new DatabaseSync(fileIn(folder))
    database.exec(`UPDATE migrations SET sha256 = 'ab'`)
    database.close()
    const before = bytesIn(folder)
    expect(await problemIn(folder)).toEqual({ kind: 'other-history', number: 1 })
    expect(bytesIn(folder)).toEqual(before)
  })
})
