import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase, sqliteProblem } from '../../../../electron/store/sqlite/database.ts'
import { openStores } from '../../../../electron/store/sqlite/open-stores.ts'
import { createStoreFile, openStoreFile } from '../../../../electron/store/sqlite/store-file.ts'
import { createTables } from '../../../../electron/store/sqlite/tables.ts'
import { StoreProblem } from '../../../../electron/store/store-problem.ts'
import type { Stores } from '../../../../electron/store/stores.ts'
import { jobWith, recordOf } from '../../../contracts/kept-samples.ts'
import { newFolder } from '../../settings/folder.ts'
import { createPinLock } from '../../../../electron/vault/pin.ts'
import { openKept } from './older-desk.ts'
import { opened, testVault } from './opened.ts'

/** Keeps jobs with their records, both or none, until the store says that it cannot. */
function fill(stores: Stores, prefix: string): { readonly kept: number; readonly kind: string } {
  for (let kept = 0; kept < 50_000; kept += 1) {
    const id = `${prefix}-${kept}`
    try {
      stores.together(() => {
        stores.records.put(recordOf(id, { name: `张${id}` }))
        stores.images.put(id, Buffer.alloc(3000, 'x'))
        stores.jobs.put(jobWith(id, { kind: 'done', recordIds: [id] }))
      })
    } catch (error) {
      if (error instanceof StoreProblem) return { kept, kind: error.kind }
      throw error
    }
  }
  throw new Error('there is no end to this disk')
}

/** How many jobs and records of a prefix there are; the same number, if all is well. */
const countsOf = ({ jobs, records }: Stores, prefix: string): unknown => ({
  jobs: jobs.all().filter(({ id }) => id.startsWith(prefix)).length,
  records: records.find({ text: `张${prefix}` }).total,
})

describe('a store that may not grow any more (11)', () => {
  it('keeps nothing of the change that did not fit, says why, and goes on when there is room', () => {
    const file = path.join(newFolder(), 'desk.sqlite')
    createStoreFile(file, testVault)
    const state = openStoreFile(file, testVault)
    if (state.kind !== 'sound') throw new Error(state.kind)
    const { database } = state
    onTestFinished(() => database.close())
    database.exec('PRAGMA max_page_count = 100')
    const { stores } = createTables(database, testVault)
    const { kept, kind } = fill(stores, 'first')
    expect(kind).toBe('disk-full')
    expect(kept).toBeGreaterThan(3)
    expect(countsOf(stores, 'first')).toEqual({ jobs: kept, records: kept })

    database.exec('PRAGMA max_page_count = 1000000')
    stores.together(() => stores.records.put(recordOf('later', { name: '张later' })))
    expect(countsOf(stores, 'later')).toEqual({ jobs: 0, records: 1 })
  })

  it('keeps nothing that comes after a change that did not fit, even if that was caught', () => {
    const file = path.join(newFolder(), 'desk.sqlite')
    createStoreFile(file, testVault)
    const database = openDatabase(file)
    onTestFinished(() => database.close())
    database.exec('PRAGMA max_page_count = 60')
    const { stores } = createTables(database, testVault)
    const act = (): void =>
      stores.together(() => {
        stores.jobs.put(jobWith('before'))
        expect(() => stores.images.put('large', Buffer.alloc(1_000_000))).toThrow(StoreProblem)
        stores.jobs.put(jobWith('after'))
      })
    expect(act).toThrow(StoreProblem)
    expect(stores.jobs.all()).toEqual([])
    stores.jobs.put(jobWith('later'))
    expect(stores.jobs.all()).toEqual([jobWith('later')])
  })
})

const run = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args).status === 0
const mount = (folder: string, kilobytes: number): boolean =>
  run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'license-desk-test', folder)

/** A disk of its own, for root on Linux only; elsewhere the tests above must do. */
const canMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(path.join(os.tmpdir(), 'desk-probe-'))
  const isMounted = mount(folder, 64) && run('umount', folder)
  rmSync(folder, { recursive: true, force: true })
  return isMounted
})()

function smallDisk(kilobytes: number): string {
  const folder = newFolder()
  if (!mount(folder, kilobytes)) throw new Error('the disk was not mounted')
  onTestFinished(() => {
    run('umount', folder)
  })
  return folder
}

describe.runIf(canMount)('a disk that is full, of any size (11)', () => {
  it.each([300, 340, 400, 470, 550, 640, 750, 900, 1200])(
    'of %i KB keeps what was told as kept, and works again when there is room',
    async (kilobytes) => {
      const disk = smallDisk(kilobytes)
      const folder = path.join(disk, 'data')
      const ballast = path.join(disk, 'ballast')
      writeFileSync(ballast, Buffer.alloc(100_000))
      const first = await opened(folder)
      const { kept, kind } = fill(first.stores, 'first')
      expect(kind).toBe('disk-full')
      expect(countsOf(first.stores, 'first')).toEqual({ jobs: kept, records: kept })
      expect(await first.upkeep.backUp()).toEqual({ kind: 'failed', reason: 'disk-full' })
      expect(readdirSync(folder, { recursive: true }).join()).not.toContain('.part')

      rmSync(ballast)
      first.stores.together(() => first.stores.records.put(recordOf('more', { name: '张more' })))
      expect(countsOf(first.stores, 'more')).toEqual({ jobs: 0, records: 1 })
      expect(await first.upkeep.check()).toEqual({ kind: 'sound' })
      await first.close()
      const { found, stores } = await opened(folder)
      expect(found).toEqual({ kind: 'sound' })
      expect(countsOf(stores, 'first')).toEqual({ jobs: kept, records: kept })
    },
  )

  it.each([300, 340, 400, 550])(
    'of %i KB keeps nobody out who knows the PIN',
    async (kilobytes) => {
      const disk = smallDisk(kilobytes)
      const { stores, pin } = await openKept(path.join(disk, 'data'))
      let time = 0
      const lock = createPinLock(pin, () => time)
      await lock.set('4711')
      fill(stores, 'first')
      expect(() =>
        writeFileSync(path.join(disk, 'ballast'), Buffer.alloc(kilobytes * 1024)),
      ).toThrow('ENOSPC')
      expect(() => {
        for (let times = 0; times < 1000; times += 1) stores.jobs.put(jobWith('one'))
      }).toThrow(StoreProblem)
      time += 60_000
      expect(await lock.tryPin('4711')).toEqual({ kind: 'right' })
      time += 60_000
      expect(await lock.tryPin('0000')).toEqual({ kind: 'wrong', wait: 60_000 })
      time += 60_000
      expect(await lock.tryPin('4711')).toEqual({ kind: 'right' })
    },
  )

  it.each([0, 4, 8, 20, 40, 80])(
    'with %i KB left when the program starts begins nothing half',
    async (kilobytes) => {
      const disk = smallDisk(300)
      const ballast = path.join(disk, 'ballast')
      writeFileSync(ballast, Buffer.alloc((300 - kilobytes) * 1024))
      const folder = path.join(disk, 'data')
      const full = await openStores(folder, testVault)
      expect(full).toEqual({ ok: false, error: { kind: 'disk-full' } })
      rmSync(ballast)
      const { found, stores } = await opened(folder)
      expect(found).toEqual({ kind: 'sound' })
      expect(stores.jobs.all()).toEqual([])
    },
  )
})

it.each<[string, number, string]>([
  ['a full disk', 13, 'disk-full'],
  ['a failed flush (21)', 1034, 'store-failed'],
  ['a failed write', 778, 'store-failed'],
  ['a disk that is read-only', 8, 'store-failed'],
  ['a torn page', 11, 'damaged'],
])('tells the queue of %s', (_, errcode, kind) => {
  const error = Object.assign(new Error('values'), { errcode, errstr: 'what SQLite calls it' })
  expect(sqliteProblem(error)).toMatchObject({
    kind,
    message: `SQLite: what SQLite calls it (${errcode})`,
  })
})
