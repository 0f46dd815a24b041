import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, vi } from 'vitest'
import { openKeyRing } from '../../../electron/vault/key-ring.ts'
import { createPinLock } from '../../../electron/vault/pin.ts'
import { newFolder } from '../settings/folder.ts'
import { openKept } from '../store/sqlite/older-desk.ts'

/** Every passphrase costs a good part of a second, and more on a busy machine. */
vi.setConfig({ testTimeout: 60_000 })

const own = 'seven green rivers'
const foreign = 'eight brown mountains'

/** A desk with a passphrase, of which there is a backup from before a PIN was set. */
async function deskWithPin(): Promise<string> {
  const folder = path.join(newFolder(), 'records')
  const desk = await openKept(folder)
  await desk.ring.setPassphrase(own)
  await desk.upkeep.backUp()
  await createPinLock(desk.pin).set('4711')
  await desk.close()
  return folder
}

describe('with a file manager, the lock', () => {
  it('does not open by the passphrase of another key ring that was copied in', async () => {
    const [folder, other] = [await deskWithPin(), newFolder()]
    await openKeyRing(other, { passphrase: foreign })
    const desk = await openKept(folder)
    for (const name of ['keys.json', 'keys.last-good.json'])
      copyFileSync(path.join(other, name), path.join(folder, name))
    expect(await desk.ring.isPassphrase(foreign)).toBe(false)
    expect(await desk.ring.isPassphrase(own)).toBe(true)
  })

  it.each([
    ['every row beside the records was deleted', `DELETE FROM kept`],
    ['every such row was zeroed', `UPDATE kept SET value = zeroblob(60)`],
  ])('stays locked when %s', async (_, sql) => {
    const folder = await deskWithPin()
    const database = new DatabaseSync(path.join(folder, 'desk.sqlite'))
    database.exec(sql)
    database.close()
    const lock = createPinLock((await openKept(folder)).pin)
    expect(lock.isSet()).toBe(true)
    expect((await lock.tryPin('0000')).kind).toBe('wrong')
    expect((await lock.tryPin('4711')).kind).toBe('right')
  })

  it('stays locked when a backup from before the PIN was put in place of the store', async () => {
    const folder = await deskWithPin()
    const store = path.join(folder, 'desk.sqlite')
    copyFileSync(path.join(folder, 'backups/desk-2026-11-25.sqlite'), store)
    const lock = createPinLock((await openKept(folder)).pin)
    expect((await lock.tryPin('4711')).kind).toBe('right')
    expect((await lock.tryPin('0000')).kind).toBe('wrong')
  })

  it('goes on waiting when the store as it was before the wrong tries was put back', async () => {
    const folder = await deskWithPin()
    const before = path.join(newFolder(), 'before')
    cpSync(folder, before, { recursive: true })
    const desk = await openKept(folder)
    for (let tries = 0; tries < 4; tries += 1) await createPinLock(desk.pin).tryPin('0000')
    await desk.close()
    copyFileSync(path.join(before, 'desk.sqlite'), path.join(folder, 'desk.sqlite'))
    const lock = createPinLock((await openKept(folder)).pin)
    expect((await lock.tryPin('4711')).kind).toBe('too-soon')
  })

  it('stays locked when the store was broken on purpose, and the backup took its place', async () => {
    const folder = await deskWithPin()
    const store = path.join(folder, 'desk.sqlite')
    writeFileSync(store, readFileSync(store).fill(0))
    const desk = await openKept(folder)
    expect(desk.found.kind).toBe('restored')
    expect((await createPinLock(desk.pin).tryPin('0000')).kind).toBe('wrong')
  })

  it('stays locked when one of the two files of the ring is gone', async () => {
    const folder = await deskWithPin()
    rmSync(path.join(folder, 'keys.json'))
    const lock = createPinLock((await openKept(folder)).pin)
    expect((await lock.tryPin('0000')).kind).toBe('wrong')
  })
})
