import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../../core/license/failure.ts'
import { imageOf } from '../../../../core/license/record.ts'
import { fail } from '../../../../core/result.ts'
import { takePlace } from '../../../../electron/store/sqlite/restore.ts'
import type { PaidCall } from '../../../../electron/store/stores.ts'
import { entryOf, jobWith, recordOf } from '../../../contracts/kept-samples.ts'
import { newFolder } from '../../settings/folder.ts'
import {
  asBackup,
  damage,
  day,
  fileIn,
  filled,
  leavesOf,
  problemIn,
  spoil,
  zeroPage,
  zeroPages,
} from './damage.ts'
import { opened } from './opened.ts'

const noLicense: Failure = { kind: 'no-license', message: 'none' }

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

  it('gives the images of a version that kept each by one id', async () => {
    const folder = newFolder()
    const first = await opened(folder, day(24))
    first.stores.images.put('waiting', Buffer.from('pasted'))
    await first.close()
    spoil(
      folder,
      `DROP TABLE image_names; DELETE FROM migrations WHERE number = 4;
       UPDATE kept SET value = zeroblob(60)`,
    )
    const { found, stores } = await opened(folder, day(24))
    expect(found).toMatchObject({ kind: 'lost', salvaged: 1 })
    expect(Buffer.from(stores.images.get('waiting') ?? []).toString()).toBe('pasted')
  })

  it('gives what is still whole in it, and of the rest nothing is sent again by itself', async () => {
    const folder = await filled()
    const first = await opened(folder, day(24))
    first.stores.together(() => {
      for (let number = 0; number < 200; number += 1) {
        const id = `later-${number}`
        first.stores.jobs.put(jobWith(id, { kind: 'done', recordIds: [id] }))
        first.stores.records.put(recordOf(id, { name: `张${id}` }))
        first.stores.paid.put(id, { kind: 'sent' })
      }
    })
    first.stores.jobs.put(jobWith('waiting'))
    first.stores.images.put('waiting', Buffer.from('pasted'))
    first.stores.images.share('second page', 'waiting')
    first.stores.audit.write(entryOf('later'))
    first.stores.quota.put('wx1', '2026-11-24', { used: 200, isClosed: false })
    await first.close()
    const database = new DatabaseSync(fileIn(folder))
    database.exec(`
      UPDATE jobs SET source = zeroblob(60) WHERE id = 'job';
      UPDATE records SET content = zeroblob(60) WHERE id IN ('7', 'later-7')`)
    database.close()

    const { found, stores, upkeep } = await opened(folder, day(24))
    expect(found).toMatchObject({ kind: 'restored', salvaged: 201 + 398 + 200 + 2 })
    expect(stores.jobs.get('waiting')).toEqual(jobWith('waiting'))
    expect(stores.jobs.get('job')).toMatchObject({ state: { kind: 'unknown' } })
    expect(stores.jobs.claim()?.id).toBe('waiting')
    expect(stores.records.get('7')).toEqual(recordOf('7'))
    expect(stores.records.get('later-7')).toBeUndefined()
    expect(stores.records.find({ text: 'later' }).total).toBe(199)
    expect(stores.paid.get('later-7')).toEqual({ kind: 'sent' })
    expect(Buffer.from(stores.images.get('waiting') ?? []).toString()).toBe('pasted')
    expect(stores.images.contentOf('second page')).toBe(stores.images.contentOf('waiting'))
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

  it.each<[string, string]>([
    ['a day of calls in no state that there is', `UPDATE quota SET is_closed = 7`],
    ['a paid call in no state that there is', `UPDATE paid SET state = 'sEnt'`],
    ['a job in no state that there is', `UPDATE jobs SET state = 'quEued' WHERE id = 'job'`],
    ['a job that is done without a record', `UPDATE jobs SET state = 'done' WHERE id = 'job'`],
    [
      'a number beyond all bounds',
      `UPDATE quota SET is_closed = 7;
       INSERT INTO quota VALUES (x'00', '2026-11-23', 9223372036854775807, 0)`,
    ],
  ])('with %s gives all else, and that as far as it is known', async (_, sql) => {
    const folder = await filled()
    const first = await opened(folder, day(24))
    first.stores.paid.put('image', { kind: 'sent' })
    first.stores.quota.put('wx1', '2026-11-24', { used: 200, isClosed: false })
    first.stores.jobs.put(jobWith('later'))
    await first.close()
    spoil(folder, sql)
    const { found, stores, upkeep } = await opened(folder, day(24))
    expect(found.kind).toBe('restored')
    expect(stores.records.get('today')).toEqual(recordOf('today'))
    expect(stores.jobs.get('later')).toEqual(jobWith('later'))
    expect(['queued', 'unknown']).toContain(stores.jobs.get('job')?.state.kind)
    expect(stores.paid.get('image')).toEqual({ kind: 'sent' })
    expect(stores.quota.day('wx1', '2026-11-24').used).toBe(200)
    expect(await upkeep.check()).toEqual({ kind: 'sound' })
  })

  it('sends nothing again of which the answer does not open, or of which no call came out', async () => {
    const folder = await filled()
    const first = await opened(folder, day(24))
    const call = (id: string): string => imageOf(jobWith(id).source)
    const answered: PaidCall = { kind: 'answered', outcome: fail(noLicense) }
    first.stores.together(() => {
      for (const id of ['out', 'gone', 'once more']) first.stores.jobs.put(jobWith(id))
      first.stores.jobs.put(jobWith('once more', { kind: 'running', recordIds: ['7'] }))
      first.stores.jobs.put(jobWith('gone', { kind: 'running' }))
      first.stores.jobs.put({
        ...jobWith('out', { kind: 'running' }),
        source: { ...jobWith('out').source, image: 'cd'.repeat(32) },
      })
    })
    const out = first.stores.jobs.get('out')
    if (out === undefined) throw new Error('not there')
    first.stores.paid.put(imageOf(out.source), { kind: 'sent' })
    first.stores.paid.put('answered', answered)
    first.stores.paid.put('torn', answered)
    first.stores.paid.put(call('gone'), answered)
    first.stores.paid.remove(call('gone'))
    await first.close()
    spoil(
      folder,
      `UPDATE quota SET is_closed = 7; UPDATE jobs SET source = zeroblob(60) WHERE id = 'job';
       UPDATE paid SET outcome = zeroblob(60) WHERE rowid = 3`,
    )
    const { stores } = await opened(folder, day(24))
    expect(stores.jobs.get('out')).toEqual(out)
    expect(stores.jobs.get('gone')).toMatchObject({ state: { kind: 'unknown' } })
    expect(stores.jobs.get('once more')?.state).toEqual({ kind: 'done', recordIds: ['7'] })
    expect(stores.paid.get('answered')).toEqual(answered)
    expect(stores.paid.get('torn')).toEqual({ kind: 'sent' })
  })

  it('gives nothing back that was removed from it, and the backups lose that later', async () => {
    const folder = await filled()
    const first = await opened(folder, day(24))
    first.stores.paid.put('again', { kind: 'answered', outcome: fail(noLicense) })
    await first.upkeep.backUp()
    first.stores.together(() => {
      first.stores.records.remove('7')
      first.stores.jobs.remove('job')
      first.stores.paid.remove('again')
      first.stores.paid.put('again', { kind: 'sent' })
    })
    await first.close()
    spoil(folder, `INSERT INTO quota VALUES (x'00', '2026-11-24', 1, 7)`)

    const second = await opened(folder, day(24))
    expect(second.found.kind).toBe('restored')
    expect(second.stores.records.get('7')).toBeUndefined()
    expect(second.stores.records.find({}).total).toBe(199)
    expect(second.stores.jobs.all()).toEqual([])
    expect(second.stores.paid.get('again')).toEqual({ kind: 'sent' })
    await second.close()

    const third = await opened(folder, day(24))
    expect(await third.upkeep.compact()).toEqual({ clean: 2, left: [] })
    expect(third.stores.paid.get('again')).toEqual({ kind: 'sent' })
    await third.close()
    for (const name of readdirSync(path.join(folder, 'backups'))) {
      const database = new DatabaseSync(path.join(folder, 'backups', name), { readOnly: true })
      expect(database.prepare(`SELECT 1 FROM records WHERE id = '7'`).all()).toEqual([])
      database.close()
    }
  })

  it('gives the rows before a last page that is broken', async () => {
    const folder = await filled()
    rmSync(path.join(folder, 'backups'), { recursive: true })
    zeroPage(folder, leavesOf(folder, 'records').at(-1))
    const { stores } = await opened(folder, day(24))
    expect(stores.records.find({}).total).toBeGreaterThan(190)
    expect(stores.records.find({}).total).toBeLessThan(200)
  })

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
      expect(() => takePlace(path.join(folder, 'none'), fileIn(folder), day(24)())).toThrow(
        'ENOENT',
      )
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
    expect(stores.records.get('7')).toBeUndefined()
    expect(await upkeep.backUp()).toEqual({ kind: 'failed', reason: 'damaged' })
    expect(readdirSync(path.join(folder, 'backups'))).toEqual([`desk-${asBackup}`])
  })
})
