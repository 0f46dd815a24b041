import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openStores } from '../../../../electron/store/sqlite/open-stores.ts'
import { takePlace } from '../../../../electron/store/sqlite/restore.ts'
import { StoreProblem } from '../../../../electron/store/store-problem.ts'
import { createVault } from '../../../../electron/vault/vault.ts'
import { entryOf, jobWith, recordOf } from '../../../contracts/kept-samples.ts'
import { newFolder } from '../../settings/folder.ts'
import { modeForOthers } from '../../vault/mode-for-others.ts'
import { opened, testVault } from './opened.ts'

const day = (number: number) => () => new Date(`2026-11-${number}T02:00:00Z`)
const fileIn = (folder: string): string => path.join(folder, 'desk.sqlite')
const problemIn = async (folder: string, vault = testVault): Promise<unknown> => {
  const stores = await openStores(folder, vault, day(24))
  if (stores.ok) await stores.value.close()
  return stores.ok ? stores.value.found : stores.error
}

/** Every file with its bytes. */
const bytesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [file, readFileSync(file).toString('base64')]),
  )

const asBackup = '2026-11-23.sqlite'

/** A folder with 200 records, all but the last in the backup of yesterday. */
async function filled(): Promise<string> {
  const folder = newFolder()
  const { stores, upkeep, close } = await opened(folder, day(23))
  stores.together(() => {
    stores.jobs.put(jobWith('job'))
    for (let number = 0; number < 199; number += 1) stores.records.put(recordOf(`${number}`))
  })
  expect(await upkeep.backUp()).toMatchObject({ kind: 'made' })
  stores.records.put(recordOf('today'))
  await close()
  return folder
}

/** Works on the bytes of the file. */
const damage = (folder: string, act: (bytes: Buffer) => Buffer): void => {
  writeFileSync(fileIn(folder), act(readFileSync(fileIn(folder))))
}

/** Numbers of the pages that hold the rows of a table, in order. */
function leavesOf(folder: string, table: string): number[] {
  const database = new DatabaseSync(fileIn(folder))
  const rows = database
    .prepare(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path`)
    .all(table)
  database.close()
  return rows.map(({ pageno }) => Number(pageno))
}

const zeroPage = (folder: string, page = 0): void =>
  damage(folder, (bytes) => bytes.fill(0, (page - 1) * 4096, page * 4096))
const zeroPages = (folder: string, table: string): void =>
  leavesOf(folder, table).forEach((page) => zeroPage(folder, page))

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

describe('a store that is broken (fault 18)', () => {
  const aside = (folder: string): string =>
    path.join(folder, 'desk.broken-2026-11-24T02-00-00-000Z.sqlite')
  const flip = (from: number) => (bytes: Buffer) => {
    for (let at = from; at < from + 64; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff
    return bytes
  }
  const middle = (bytes: Buffer): Buffer => flip(Math.floor(bytes.length / 8192) * 4096)(bytes)

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['whose first bytes are others', flip(0)],
    ['whose first page is others', flip(110)],
    ['with other bytes in the middle', middle],
    ['of which half is gone', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['of which a page is gone', (bytes) => bytes.subarray(0, bytes.length - 4096)],
    ['of zeros', (bytes) => bytes.fill(0)],
    ['with a page of zeros', (bytes) => bytes.fill(0, 4096 * 6, 4096 * 7)],
    ['of no bytes', () => Buffer.alloc(0)],
    ['of some text', () => Buffer.from('not a database, though long enough to be looked at')],
  ])('%s stands aside, and the backup takes its place', async (_, act) => {
    const folder = await filled()
    damage(folder, act)
    const broken = readFileSync(fileIn(folder))
    const { found, stores, close } = await opened(folder, day(24))
    expect(found).toEqual({
      kind: 'restored',
      from: path.join(folder, 'backups', `desk-${asBackup}`),
      aside: aside(folder),
      salvaged: expect.any(Number),
    })
    expect(readFileSync(aside(folder)).equals(broken)).toBe(true)
    expect(stores.records.find({}).total).toBeGreaterThanOrEqual(199)
    expect(stores.records.get('198')).toEqual(recordOf('198'))
    expect(stores.jobs.all()).toHaveLength(1)
    stores.records.put(recordOf('later'))
    await close()
    expect(await problemIn(folder)).toEqual({ kind: 'sound' })
  })

  it('is restored from the newest backup that is whole', async () => {
    const folder = await filled()
    const { stores, upkeep, close } = await opened(folder, day(24))
    expect(stores.records.find({}).total).toBe(200)
    expect(await upkeep.backUp()).toMatchObject({ kind: 'made' })
    await close()
    const newest = path.join(folder, 'backups', 'desk-2026-11-24.sqlite')
    writeFileSync(newest, readFileSync(newest).fill(0, 8192, 20_000))
    damage(folder, (bytes) => bytes.fill(0))
    const again = await opened(folder, day(24))
    expect(again.stores.jobs.get('job')).toMatchObject({ state: { kind: 'unknown' } })
    expect(again.found).toMatchObject({
      kind: 'restored',
      from: path.join(folder, 'backups', `desk-${asBackup}`),
    })
    expect(again.stores.records.find({}).total).toBe(199)
  })

  it('without a backup is set aside and begun anew, and that is told', async () => {
    const folder = await filled()
    rmSync(path.join(folder, 'backups'), { recursive: true })
    damage(folder, (bytes) => bytes.fill(0))
    writeFileSync(`${fileIn(folder)}-wal`, 'log')
    const { found, stores } = await opened(folder, day(24))
    expect(found).toEqual({ kind: 'lost', aside: aside(folder), salvaged: 0 })
    expect(readFileSync(`${aside(folder)}-wal`, 'utf8')).toBe('log')
    expect(stores.records.find({}).total).toBe(0)
  })

  it('gives what is still whole in it, and of the rest nothing is sent again by itself', async () => {
    const folder = await filled()
    const first = await opened(folder, day(24))
    first.stores.together(() => {
      for (let number = 0; number < 200; number += 1) {
        const id = `later-${number}`
        first.stores.jobs.put(jobWith(id, { kind: 'done', recordId: id }))
        first.stores.records.put(recordOf(id, { name: `张${id}` }))
        first.stores.paid.put(id, { kind: 'sent' })
      }
    })
    first.stores.jobs.put(jobWith('waiting'))
    first.stores.images.put('waiting', Buffer.from('pasted'))
    first.stores.audit.write(entryOf('later'))
    first.stores.quota.put('wx1', '2026-11-24', { used: 200, isClosed: false })
    await first.close()
    const database = new DatabaseSync(fileIn(folder))
    database.exec(`
      UPDATE jobs SET source = zeroblob(60) WHERE id = 'job';
      UPDATE records SET content = zeroblob(60) WHERE id IN ('7', 'later-7')`)
    database.close()

    const { found, stores, upkeep } = await opened(folder, day(24))
    expect(found).toMatchObject({ kind: 'restored', salvaged: 201 + 398 + 200 + 1 })
    expect(stores.jobs.get('waiting')).toEqual(jobWith('waiting'))
    expect(stores.jobs.get('job')).toMatchObject({ state: { kind: 'unknown' } })
    expect(stores.jobs.claim()?.id).toBe('waiting')
    expect(stores.records.get('7')).toEqual(recordOf('7'))
    expect(stores.records.get('later-7')).toBeUndefined()
    expect(stores.records.find({ text: 'later' }).total).toBe(199)
    expect(stores.paid.get('later-7')).toEqual({ kind: 'sent' })
    expect(Buffer.from(stores.images.get('waiting') ?? []).toString()).toBe('pasted')
    expect(stores.quota.day('wx1', '2026-11-24').used).toBe(200)
    expect(stores.audit.verify()).toEqual({ kind: 'sound', entries: 1 })
    expect(await upkeep.check()).toEqual({ kind: 'sound' })
  })

  it.each([true, false])(
    'whose page of sealed names is gone can be written to again, and its log says where it broke (a backup: %s)',
    async (hasBackup) => {
      const folder = newFolder()
      const first = await opened(folder, day(23))
      first.stores.audit.write(entryOf('before the backup'))
      if (hasBackup) await first.upkeep.backUp()
      for (const id of ['a', 'b']) first.stores.audit.write(entryOf(id))
      await first.close()
      zeroPages(folder, 'kept')

      const { found, stores, close } = await opened(folder, day(24))
      expect(found.kind).toBe(hasBackup ? 'restored' : 'lost')
      expect(stores.audit.newest(9)).toHaveLength(3)
      stores.audit.write(entryOf('later'))
      await close()
      const again = await opened(folder, day(24))
      expect(again.found).toEqual({ kind: 'sound' })
      again.stores.audit.write(entryOf('later still'))
      expect(again.stores.audit.newest(2).map(({ subject }) => subject)).toEqual([
        'later still',
        'later',
      ])
      expect(again.stores.audit.verify()).toEqual({ kind: 'broken', entry: 4 })
    },
  )

  it('with a broken page gives the rows of all others', async () => {
    const folder = await filled()
    rmSync(path.join(folder, 'backups'), { recursive: true })
    const [page] = leavesOf(folder, 'records').slice(5)
    zeroPage(folder, page)
    const { found, stores } = await opened(folder, day(24))
    expect(found).toMatchObject({ kind: 'lost' })
    expect(stores.records.find({}).total).toBeGreaterThan(190)
    expect(stores.records.find({}).total).toBeLessThan(200)
    expect(stores.records.get('today')).toEqual(recordOf('today'))
    expect(stores.jobs.all()).toEqual([jobWith('job')])
  })

  it('that is gone altogether is restored, as after an end in the middle of restoring', async () => {
    const folder = await filled()
    rmSync(fileIn(folder))
    expect(await problemIn(folder)).toMatchObject({ kind: 'restored' })
  })

  it.each([true, false])(
    'is still there when the program ends while it is replaced, and gives again what it gave (a backup: %s)',
    async (hasBackup) => {
      const folder = await filled()
      if (!hasBackup) rmSync(path.join(folder, 'backups'), { recursive: true })
      damage(folder, middle)
      expect(() => takePlace(path.join(folder, 'none'), fileIn(folder), day(24)())).toThrow()
      const { found, stores } = await opened(folder, day(24))
      expect(found.kind).toBe(hasBackup ? 'restored' : 'lost')
      expect(stores.records.get('today')).toEqual(recordOf('today'))
      expect(stores.jobs.claim()?.id).toBe('job')
      const asides = readdirSync(folder).filter((name) => name.startsWith('desk.broken-'))
      expect(asides).toHaveLength(2)
    },
  )

  it.each([true, false])(
    'that only stands aside is looked through, and nothing waits by itself (a backup: %s)',
    async (hasBackup) => {
      const folder = await filled()
      if (!hasBackup) rmSync(path.join(folder, 'backups'), { recursive: true })
      renameSync(fileIn(folder), aside(folder))
      const { found, stores, close } = await opened(folder, day(25))
      const from = path.join(folder, 'backups', `desk-${asBackup}`)
      expect(found).toEqual({
        ...(hasBackup ? { kind: 'restored', from } : { kind: 'lost' }),
        aside: aside(folder),
        salvaged: 201,
      })
      expect(stores.records.find({}).total).toBe(200)
      expect(stores.jobs.get('job')).toMatchObject({ state: { kind: 'unknown' } })
      await close()
      expect(await problemIn(folder)).toEqual({ kind: 'sound' })
    },
  )

  it('that was set aside before the day of the backup is not looked through again', async () => {
    const folder = await filled()
    cpSync(fileIn(folder), path.join(folder, 'desk.broken-2026-11-22T02-00-00-000Z.sqlite'))
    rmSync(fileIn(folder))
    expect(await problemIn(folder)).toMatchObject({ kind: 'restored', salvaged: 0 })
  })

  it('in one sealed value that only reading it shows is found by a check, and never backed up over a good one', async () => {
    const folder = await filled()
    const database = new DatabaseSync(fileIn(folder))
    database.exec(`UPDATE records SET content = zeroblob(200) WHERE id = '7'`)
    database.close()
    const { found, stores, upkeep } = await opened(folder, day(24))
    expect(found).toEqual({ kind: 'sound' })
    expect(await upkeep.check()).toEqual({ kind: 'damaged', values: 1 })
    expect(() => stores.records.get('7')).toThrow('a sealed value does not open: records.content')
    expect(await upkeep.backUp()).toEqual({ kind: 'failed', reason: 'damaged' })
    expect(readdirSync(path.join(folder, 'backups'))).toEqual([`desk-${asBackup}`])
  })
})

describe('a store that is not ours to open', () => {
  it('of a newer version is left as it is, and the version is named (fault 19)', async () => {
    const folder = await filled()
    const database = new DatabaseSync(fileIn(folder))
    database.exec(`
      INSERT INTO migrations VALUES (2, 'second', '0.9.0', 'ab');
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
