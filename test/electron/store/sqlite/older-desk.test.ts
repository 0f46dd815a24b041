import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, vi } from 'vitest'
import { imageOf } from '../../../../core/license/record.ts'
import { createPinLock, type PinLock } from '../../../../electron/vault/pin.ts'
import { backupIn, keptIn, olderDesk, olderPassphrase, openKept } from './older-desk.ts'

vi.setConfig({ testTimeout: 60_000 })

const verdictOf = async (lock: PinLock, pin: string): Promise<string> =>
  (await lock.tryPin(pin)).kind

it('a store that an older version wrote opens, with its PIN, its passphrase, its jobs and its log', async () => {
  const folder = olderDesk()
  for (let starts = 0; starts < 2; starts += 1) {
    const { stores, pin, ring, found, close } = await openKept(folder)
    expect(found).toEqual({ kind: 'sound' })
    expect(stores.records.find({}).total).toBe(2)
    const image = imageOf(stores.records.get('a')?.source ?? { path: '', name: '', page: 1 })
    expect(stores.records.ofImage(image)).toContain('a')
    expect(stores.jobs.all().map(({ id, state }) => `${id} ${state.kind}`)).toEqual([
      'one done',
      'two done',
      'three queued',
    ])
    expect(stores.audit.verify()).toEqual({ kind: 'sound', entries: 5 })
    expect(await verdictOf(createPinLock(pin), '4712')).toBe('wrong')
    expect(await verdictOf(createPinLock(pin), '4711')).toBe('right')
    expect(await ring.isPassphrase(olderPassphrase)).toBe(true)
    await close()
  }
  expect(readFileSync(path.join(folder, 'keys.json'), 'utf8')).toContain('"version": 2')
})

it('what was taken over once is never taken from a store again', async () => {
  const folder = olderDesk()
  await (await openKept(folder)).close()
  copyFileSync(backupIn(folder), path.join(folder, 'desk.sqlite'))
  const { pin, stores } = await openKept(folder)
  expect(createPinLock(pin).isSet()).toBe(true)
  expect(await verdictOf(createPinLock(pin), '4711')).toBe('right')
  expect(stores.audit.verify()).toEqual({ kind: 'broken', entry: 4 })
})

it('a ring of today cannot be passed off as one of then, from which a PIN would be taken over', async () => {
  const folder = olderDesk()
  await (await openKept(folder)).close()
  const file = path.join(folder, 'keys.json')
  const { kept: _kept, ...ring } = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...ring, version: 1 }))
  rmSync(path.join(folder, 'keys.last-good.json'))
  copyFileSync(backupIn(folder), path.join(folder, 'desk.sqlite'))
  expect(await keptIn(folder)).toBe('key-lost')
})

it('a ring of which what it keeps was changed opens nothing', async () => {
  const folder = olderDesk()
  await (await openKept(folder)).close()
  const file = path.join(folder, 'keys.json')
  const ring = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...ring, kept: Buffer.alloc(60).toString('base64') }))
  expect(await keptIn(folder)).toBe('key-lost')
})

it('its jobs are bound from then on to what stands beside them', async () => {
  const folder = olderDesk()
  await (await openKept(folder)).close()
  const database = new DatabaseSync(path.join(folder, 'desk.sqlite'))
  database.exec(`UPDATE jobs SET record_id = 'b' WHERE id = 'one'`)
  database.close()
  const { found, stores } = await openKept(folder)
  expect(found.kind).toBe('restored')
  expect(stores.jobs.get('one')?.state).toEqual({ kind: 'done', recordIds: ['a'] })
})
