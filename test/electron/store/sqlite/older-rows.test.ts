import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, vi } from 'vitest'
import { openKeyRing } from '../../../../electron/vault/key-ring.ts'
import { openStores, type OpenStores } from '../../../../electron/store/sqlite/open-stores.ts'
import { entryOf } from '../../../contracts/kept-samples.ts'
import { newFolder } from '../../settings/folder.ts'
import { openKept } from './older-desk.ts'

vi.setConfig({ testTimeout: 60_000 })

const storeIn = (folder: string): string => path.join(folder, 'desk.sqlite')

const write = ({ stores }: Pick<OpenStores, 'stores'>, ...names: readonly string[]): void => {
  for (const name of names) stores.audit.write(entryOf(name))
}

/** Three entries, a backup of them, and two more. */
async function backedUp(): Promise<string> {
  const folder = path.join(newFolder(), 'records')
  const first = await openKept(folder)
  write(first, '1', '2', '3')
  await first.upkeep.backUp()
  write(first, '4', '5')
  await first.close()
  return folder
}

/** Cuts the log back to what a backup has, with all that a backup has to tell of its end. */
function cutBack(folder: string, backup: string): void {
  const database = new DatabaseSync(storeIn(folder))
  database.exec(`
    ATTACH '${backup}' AS backup;
    DELETE FROM audit WHERE number > (SELECT max(number) FROM backup.audit);
    DELETE FROM kept;
    INSERT INTO kept SELECT name, value FROM backup.kept`)
  database.close()
}

it('finds that the end of the log was cut off with what a backup tells of it', async () => {
  const folder = await backedUp()
  const backup = path.join(folder, 'backups/desk-2026-11-25.sqlite')
  cutBack(folder, backup)
  const { stores } = await openKept(folder)
  expect(stores.audit.verify()).toEqual({ kind: 'broken', entry: 4 })
})

it('finds that a whole backup was put in its place, and that it was written on from there', async () => {
  const folder = await backedUp()
  copyFileSync(path.join(folder, 'backups/desk-2026-11-25.sqlite'), storeIn(folder))
  const opened = await openKept(folder)
  expect(opened.stores.audit.verify()).toEqual({ kind: 'broken', entry: 4 })
  write(opened, 'a', 'b', 'c')
  expect(opened.stores.audit.verify()).toMatchObject({ kind: 'broken' })
})

it('finds a copy of the store that somebody had made before, also when as much was written since', async () => {
  const folder = await backedUp()
  const own = path.join(newFolder(), 'copy.sqlite')
  copyFileSync(storeIn(folder), own)
  const later = await openKept(folder)
  write(later, '6', '7')
  await later.close()
  copyFileSync(own, storeIn(folder))
  const opened = await openKept(folder)
  expect(opened.stores.audit.verify()).toEqual({ kind: 'broken', entry: 6 })
  write(opened, 'a', 'b', 'c')
  await opened.close()
  expect((await openKept(folder)).stores.audit.verify()).toEqual({ kind: 'broken', entry: 7 })
})

it('finds it also where the program was killed before it could write down how far it had come', async () => {
  const folder = path.join(newFolder(), 'records')
  const ring = await openKeyRing(folder, { keyFile: path.join(newFolder(), 'desk.key') })
  if (!ring.ok) throw new Error(ring.error.kind)
  const { vault, kept } = ring.value
  const open = async (): Promise<OpenStores> => {
    const opened = await openStores(folder, vault, () => new Date('2026-11-25T02:00:00Z'), kept)
    if (!opened.ok) throw new Error(opened.error.kind)
    return opened.value
  }
  const first = await open()
  write(first, '1', '2', '3')
  await first.upkeep.backUp()
  const atBackup = kept.load() ?? {}
  write(first, '4', '5')
  await first.close()
  // As a kill leaves it: nothing was written down outside after the backup.
  kept.save(atBackup)
  cutBack(folder, path.join(folder, 'backups/desk-2026-11-25.sqlite'))
  const after = await open()
  expect(after.stores.audit.verify()).toEqual({ kind: 'broken', entry: 4 })
  await after.close()
})

it('says how far it had come when the window is locked, backed up and closed', async () => {
  const folder = path.join(newFolder(), 'records')
  const opened = await openKept(folder)
  const entries = (): number | undefined => opened.ring.kept.load()?.log?.entries
  write(opened, '1')
  opened.upkeep.anchorLog()
  expect(entries()).toBe(1)
  write(opened, '2')
  await opened.upkeep.backUp()
  expect(entries()).toBe(2)
  write(opened, '3')
  await opened.close()
  expect(entries()).toBe(3)
})
