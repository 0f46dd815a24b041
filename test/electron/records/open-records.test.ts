import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  openRecords,
  type OpenRecords,
  type Records,
} from '../../../electron/records/open-records.ts'
import { openStores } from '../../../electron/store/sqlite/open-stores.ts'
import { StoreProblem } from '../../../electron/store/store-problem.ts'
import { openKeyRing } from '../../../electron/vault/key-ring.ts'
import { recordWith } from '../../core/license/sample.ts'
import { sealerWith } from '../settings/weak-sealer.ts'

const passphrase = 'seven green rivers'

let root = ''
let folder = ''
let opened: OpenRecords[]
/** With what the next openings fail. */
let faults: Error[]
let heard: unknown[]
let now = new Date('2026-11-24T02:00:00Z')
const open: Records[] = []

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), '记录 '))
  folder = path.join(root, 'records')
  opened = []
  faults = []
  heard = []
  now = new Date('2026-11-24T02:00:00Z')
})
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
  rmSync(root, { recursive: true })
})

async function start(key: string | (() => string) = 'key of the system'): Promise<Records> {
  const keyNow = typeof key === 'string' ? () => key : key
  const records = await openRecords({
    folder,
    sealer: {
      ...sealerWith(''),
      seal: (text) => sealerWith(keyNow()).seal(text),
      open: (sealed) => sealerWith(keyNow()).open(sealed),
    },
    now: () => now,
    onOpen(each) {
      const fault = faults.shift()
      if (fault !== undefined) throw fault
      opened.push(each)
    },
    onShut: () => heard.push('shut'),
    onError: (error) => heard.push(error),
  })
  open.push(records)
  return records
}

/** A first run that kept one record, with a passphrase where one is wanted. */
async function firstRun(withPassphrase = false): Promise<void> {
  const records = await start()
  const [held] = opened.splice(0)
  if (held === undefined) throw new Error('not open')
  held.stores.records.put(recordWith())
  if (withPassphrase) await held.ring.setPassphrase(passphrase)
  await records.close()
}

const held = (): number | undefined => opened[0]?.stores.records.find({}).total

describe('the records', () => {
  it('are there again at the next start', async () => {
    await firstRun()
    const records = await start()
    expect(records.state()).toEqual({ kind: 'open', notices: [] })
    expect(held()).toBe(1)
  })

  it('are opened by one program at a time', async () => {
    await start()
    const second = await start()
    expect(second.state()).toEqual({ kind: 'busy', folder })
    await open[0]?.close()
    expect((await second.retry()).kind).toBe('open')
  })
})

describe('when what opens with the records cannot be opened', () => {
  it.each([
    ['disk-full', new StoreProblem('disk-full', 'no room')],
    ['failed', new StoreProblem('damaged', 'a value does not open')],
    ['failed', new TypeError('a bug')],
  ])('they are shut again, as %s, and the next try opens them (fault 11)', async (kind, fault) => {
    await firstRun()
    faults.push(fault)
    const records = await start()
    expect(records.state()).toEqual({ kind, folder })
    expect(heard).toEqual(['shut', fault])
    expect(await records.retry()).toEqual({ kind: 'open', notices: [] })
    expect(held()).toBe(1)
  })

  it('the passphrase does not open them to nothing (fault 11)', async () => {
    await firstRun(true)
    const records = await start('another key')
    faults.push(new StoreProblem('disk-full', 'no room'))
    const state = { kind: 'disk-full', folder }
    expect(await records.recover(passphrase)).toEqual({ kind: 'tried', state })
    expect(records.state()).toEqual(state)
    expect((await records.retry()).kind).toBe('open')
  })
})

describe('when the key in the system is gone (fault 20)', () => {
  it('the recovery passphrase opens them, and the system keeps the key again', async () => {
    await firstRun(true)
    const records = await start('another key')
    expect(records.state()).toMatchObject({ kind: 'key-lost', hasPassphrase: true })
    expect(opened).toEqual([])
    const wrong = await records.recover('seven grey rivers')
    expect(wrong.kind).toBe('wrong')
    expect(await records.recover(passphrase)).toMatchObject({ state: { kind: 'open' } })
    expect(held()).toBe(1)
    expect(await opened[0]?.ring.isPassphrase(passphrase)).toBe(true)
    expect(await opened[0]?.ring.isPassphrase('seven grey rivers')).toBe(false)
    await records.close()
    expect((await start('another key')).state().kind).toBe('open')
  })

  it('a few wrong passphrases are looked at, and no more', { timeout: 60_000 }, async () => {
    await firstRun(true)
    const records = await start('another key')
    const tries = Array.from({ length: 10 }, () => records.recover('seven grey rivers'))
    const outcomes = await Promise.all(tries)
    expect(outcomes.every(({ kind }) => kind === 'wrong')).toBe(true)
    expect(records.state()).toMatchObject({ kind: 'key-lost', waitMs: expect.any(Number) })
    expect(await records.recover(passphrase)).toMatchObject({ kind: 'wrong' })
    expect(opened).toEqual([])
  })

  it('nothing is wiped, and beginning anew leaves them aside as they were', async () => {
    await firstRun()
    const before = readFileSync(path.join(folder, 'desk.sqlite'))
    const records = await start('another key')
    expect(records.state()).toMatchObject({ kind: 'key-lost', hasPassphrase: false })
    expect(await records.beginAnew()).toEqual({ kind: 'open', notices: [] })
    expect(held()).toBe(0)
    const aside = readdirSync(root).find((name) => name !== 'records') ?? ''
    expect(readFileSync(path.join(root, aside, 'desk.sqlite'))).toEqual(before)
  })
})

describe('beginning anew', () => {
  const asWhole = (): string[] => readdirSync(root)

  it('moves no records that another program has open', async () => {
    await start()
    const second = await start()
    expect(await second.beginAnew()).toEqual({ kind: 'busy', folder })
    expect(asWhole()).toEqual(['records'])
  })

  it('moves none that another program has open by another key', async () => {
    await firstRun()
    const ring = await openKeyRing(folder, { system: sealerWith('key of the system') })
    const other = ring.ok ? await openStores(folder, ring.value.vault) : ring
    if (!other.ok) throw new Error('not open')
    const records = await start('another key')
    expect(records.state()).toMatchObject({ kind: 'key-lost' })
    expect(await records.beginAnew()).toEqual({ kind: 'busy', folder })
    expect(asWhole()).toEqual(['records'])
    await other.value.close()
    expect((await records.beginAnew()).kind).toBe('open')
    expect(asWhole()).toHaveLength(2)
  })

  it('moves none of a newer version (fault 19)', async () => {
    await firstRun()
    const file = path.join(folder, 'keys.json')
    const ring: { version: number } = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...ring, version: 99 }))
    expect(await (await start()).beginAnew()).toEqual({ kind: 'newer', needs: '' })
    expect(asWhole()).toEqual(['records'])
  })

  it('moves none where only room was missing, and opens them when there is some (fault 11)', async () => {
    await firstRun()
    const full = new StoreProblem('disk-full', 'no room')
    faults.push(full, full)
    const records = await start()
    expect(await records.beginAnew()).toEqual({ kind: 'disk-full', folder })
    expect(await records.beginAnew()).toEqual({ kind: 'open', notices: [] })
    expect(held()).toBe(1)
    expect(asWhole()).toEqual(['records'])
  })

  it('opens records whose key has come back instead', async () => {
    await firstRun()
    let key = 'another key'
    const records = await start(() => key)
    expect(records.state()).toMatchObject({ kind: 'key-lost' })
    key = 'key of the system'
    expect(await records.beginAnew()).toEqual({ kind: 'open', notices: [] })
    expect(held()).toBe(1)
  })
})

describe('what is told', () => {
  it('is that a damaged file gave way to the last backup, until it was read (fault 18)', async () => {
    await firstRun()
    const first = await start()
    await opened[0]?.upkeep.backUp()
    await first.close()
    opened = []
    writeFileSync(path.join(folder, 'desk.sqlite'), 'no database at all')
    const records = await start()
    expect(records.state()).toMatchObject({
      kind: 'open',
      notices: [{ kind: 'restored', backupAt: '2026-11-24T00:00:00.000Z' }],
    })
    expect(held()).toBe(1)
    records.noted()
    expect(records.state()).toEqual({ kind: 'open', notices: [] })
  })

  it('is that they are of a newer version, which needs that version (fault 19)', async () => {
    await firstRun()
    const file = path.join(folder, 'keys.json')
    const ring: { version: number } = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...ring, version: 99 }))
    cpSync(folder, path.join(root, 'copy'), { recursive: true })
    expect((await start()).state()).toEqual({ kind: 'newer', needs: '' })
    for (const name of ['keys.json', 'desk.sqlite'])
      expect(readFileSync(path.join(folder, name))).toEqual(
        readFileSync(path.join(root, 'copy', name)),
      )
    expect(existsSync(path.join(folder, 'desk.sqlite-wal'))).toBe(false)
  })
})
