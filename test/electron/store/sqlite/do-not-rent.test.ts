import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { recordOf } from '../../../contracts/kept-samples.ts'
import { newFolder } from '../../settings/folder.ts'
import { day, leavesOf, spoil, zeroPage } from './damage.ts'
import { opened } from './opened.ts'

const number = '11010119900101001X'
const about = { note: '没有赔', addedAt: '2026-11-23T02:00:00.000Z' }
/** What a start needs does not open any more. */
const breaking = `UPDATE kept SET value = zeroblob(40)`

describe('the do-not-rent list on the disk', () => {
  it('comes out of a broken store, also what no backup has yet', async () => {
    const folder = newFolder()
    const { stores, upkeep, close } = await opened(folder, day(23))
    stores.doNotRent.put('1', about)
    await upkeep.backUp()
    stores.doNotRent.put(number, about)
    stores.doNotRent.remove(stores.doNotRent.get('1')?.id ?? '')
    await close()
    spoil(folder, breaking)
    const later = await opened(folder, day(24))
    expect(later.found.kind).toBe('restored')
    expect(later.stores.doNotRent.get(number)).toMatchObject(about)
    expect(later.stores.doNotRent.get('1')).toBeUndefined()
  })

  it('is not asked for in a broken store of a version that had none', async () => {
    const folder = newFolder()
    const { stores, close } = await opened(folder, day(23))
    stores.records.put(recordOf('1'))
    await close()
    spoil(
      folder,
      `DROP TABLE do_not_rent;
       DELETE FROM migrations WHERE number = 3`,
    )
    // Not whole, so that it is not brought to this version first.
    zeroPage(folder, leavesOf(folder, 'audit')[0])
    const later = await opened(folder, day(24))
    expect(later.found.kind).toBe('lost')
    expect(later.stores.records.get('1')).toEqual(recordOf('1'))
    expect(later.stores.doNotRent.all()).toEqual([])
  })

  it('leaves the backups with whoever is taken off', async () => {
    const folder = newFolder()
    const { stores, upkeep } = await opened(folder, day(24))
    stores.doNotRent.put(number, about)
    stores.doNotRent.put('2', about)
    await upkeep.backUp()
    stores.doNotRent.remove(stores.doNotRent.get(number)?.id ?? '')
    expect(await upkeep.compact()).toEqual({ clean: 1, left: [] })
    const backup = new DatabaseSync(path.join(folder, 'backups', 'desk-2026-11-24.sqlite'))
    const rows = backup.prepare('SELECT count(*) AS count FROM do_not_rent').get()
    backup.close()
    expect(rows?.['count']).toBe(1)
  })

  it('still knows whoever is on it where the note does not open any more', async () => {
    const folder = newFolder()
    const { stores, close } = await opened(folder, day(24))
    stores.doNotRent.put(number, about)
    await close()
    spoil(folder, `UPDATE do_not_rent SET content = zeroblob(60)`)
    const later = await opened(folder, day(24))
    expect(later.stores.doNotRent.get(number)).toMatchObject({ note: '', addedAt: '' })
    expect(await later.upkeep.check()).toEqual({ kind: 'damaged', values: 1 })
    later.stores.doNotRent.remove(later.stores.doNotRent.all()[0]?.id ?? '')
    expect(await later.upkeep.check()).toEqual({ kind: 'sound' })
  })
})
