import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fail, ok } from '../../../core/result.ts'
import { defaultSettings, type SettingsChange } from '../../../core/settings/settings.ts'
import { intakeAnswers } from '../../../electron/ipc/intake.ts'
import { recordAnswers } from '../../../electron/ipc/records.ts'
import { serve } from '../../../electron/ipc/serve.ts'
import { type KeptDesk, openKeptDesk } from '../../../electron/desk/kept-desk.ts'
import { openRecords, type OpenRecords } from '../../../electron/records/open-records.ts'
import { createTransport } from '../../../electron/recognizers/wechat/transport.ts'
import { StoreProblem } from '../../../electron/store/store-problem.ts'
import { createAccountStore } from '../../../electron/settings/account-store.ts'
import { createSettingsStore } from '../../../electron/settings/settings-store.ts'
import { createInFlight } from '../../../electron/export/in-flight.ts'
import { jobWith, recordOf } from '../../contracts/kept-samples.ts'
import { greyTiff } from '../../fixtures/formats/tiff.ts'
import { newFolder } from '../settings/folder.ts'
import { sealerWith } from '../settings/weak-sealer.ts'

const never = new AbortController().signal
const now = (): Date => new Date('2026-11-24T02:00:00Z')
const kept = () => ({ load: () => ({}), save: () => {} })

/** The desk over records that are kept in a folder, with everything real but the engine. */
async function openDesk(
  folder: string,
  change: SettingsChange = {},
  before?: (opened: OpenRecords) => void,
) {
  const faults: unknown[] = []
  const noBackup: string[] = []
  let previews = 0
  const exports = createInFlight()
  let parts: { readonly opened: OpenRecords; readonly desk: KeptDesk } | undefined
  const transport = createTransport()
  const records = await openRecords({
    folder,
    sealer: sealerWith('key'),
    now,
    onOpen(opened) {
      before?.(opened)
      const desk = openKeptDesk({
        opened,
        who: 'desk',
        exports,
        engine: {
          ask: async ({ kind }) => {
            if (kind !== 'preview') return fail({ kind: 'cancelled', message: 'not read here' })
            previews += 1
            return ok({ kind, seq: 0, jpeg: Uint8Array.of(1) })
          },
        },
        reading: {
          settings: createSettingsStore({
            ...kept(),
            load: () => ({ ...defaultSettings, ...change }),
          }),
          account: createAccountStore(kept(), sealerWith('key')),
          transport,
          patience: { wait: async () => {}, random: () => 0 },
          onLeftBehind: () => {},
          onQuota: () => {},
          onHold: () => {},
        },
        now,
        onError: (error) => faults.push(error),
        onWatch: () => {},
        onRefused: () => {},
        onRecordsProgress: () => {},
        onNoBackup: (reason) => noBackup.push(reason),
      })
      parts = { opened, desk }
      desk.start()
    },
    onShut: () => {},
    onError: (error) => faults.push(error),
  })
  const close = async (): Promise<void> => {
    await parts?.desk.close(never)
    await records.close()
  }
  if (parts === undefined) throw new Error(records.state().kind)
  onTestFinished(async () => {
    await close()
    await transport.close()
  })
  return { ...parts, faults, noBackup, exports, previews: () => previews, close }
}

const backupIn = (folder: string): string => path.join(folder, 'backups', 'desk-2026-11-24.sqlite')

/** How many records a backup holds. */
function recordsIn(file: string): unknown {
  const database = new DatabaseSync(file, { readOnly: true })
  const { count } = database.prepare('SELECT count(*) AS count FROM records').get() ?? {}
  database.close()
  return count
}

/** Two licenses were read, and stand in the backup of the day; a broken store was set aside. */
async function withBackup(folder: string) {
  const first = await openDesk(folder, { keepDays: 0 })
  const { stores, upkeep } = first.opened
  for (const id of ['a', 'b']) {
    stores.records.put(recordOf(id, { readAt: now().toISOString() }))
    stores.jobs.put(jobWith(`job ${id}`, { kind: 'done', recordIds: [id] }))
  }
  await upkeep.backUp()
  rmSync(backupIn(folder))
  await upkeep.backUp()
  expect(recordsIn(backupIn(folder))).toBe(2)
  return first
}

it('deletes what is deleted on the list from the backups too, and what was set aside', async () => {
  const folder = newFolder()
  const { desk } = await withBackup(folder)
  const aside = path.join(folder, 'desk.broken-2026-11-23T02-00-00-000Z.sqlite')
  writeFileSync(aside, 'broken')
  const answers = recordAnswers({ ...desk, onDecided: () => {} })
  expect(await answers['records:remove']({ ids: ['job a'] })).toEqual(ok(null))
  expect(recordsIn(backupIn(folder))).toBe(1)
  expect(existsSync(aside)).toBe(false)
})

it('brings back what was deleted, until it is locked or somebody is forgotten', async () => {
  const { desk, opened } = await withBackup(newFolder())
  const answers = recordAnswers({ ...desk, onDecided: () => {} })
  await answers['records:remove']({ ids: ['a'] })
  expect(opened.stores.records.has('a')).toBe(false)
  expect(await answers['records:bring-back']({ ids: ['a'] })).toEqual(ok({ count: 1 }))
  expect(opened.stores.records.get('a')?.id).toBe('a')
  expect(desk.desk.snapshot().records.map(({ id }) => id)).toContain('a')
  const ends = [async () => desk.onLock(true), () => desk.people.forget('b')]
  for (const end of ends) {
    await answers['records:remove']({ ids: ['a'] })
    await end()
    expect(await answers['records:bring-back']({ ids: ['a'] })).toEqual(ok({ count: 0 }))
    opened.stores.records.put(recordOf('a', { readAt: now().toISOString() }))
    opened.stores.jobs.put(jobWith('job a', { kind: 'done', recordIds: ['a'] }))
  }
})

it('takes in what is kept whole before somebody is forgotten, and says where that cannot be done', async () => {
  const { desk, opened } = await withBackup(newFolder())
  const { arrivals, images, jobs } = opened.stores
  const keep = (id: string, bytes: Uint8Array): void => {
    images.put(id, bytes)
    arrivals.put({ id, name: id, listed: 0 })
  }
  const page = { width: 2, height: 2, level: 9 }
  keep('传真.tif', greyTiff([page, page]))
  expect(await desk.people.forget('a')).toMatchObject({ records: 2, unread: 2, arriving: 0 })
  expect([arrivals.all(), images.get('传真.tif')]).toEqual([[], undefined])
  expect(jobs.all().filter(({ source }) => source.name === '传真.tif')).toHaveLength(2)

  // No engine draws its pages here.
  opened.stores.records.put(recordOf('b', { readAt: now().toISOString() }))
  keep('合同.pdf', new TextEncoder().encode('%PDF-1.7'))
  expect(await desk.people.forget('b')).toMatchObject({ records: 1, unread: 2, arriving: 1 })
})

it('decides many fields at once, and takes them back', async () => {
  const { desk, opened } = await withBackup(newFolder())
  const name = { id: 'a', field: 'name' } as const
  expect(
    desk.desk.amend([
      { ...name, value: '李雷' },
      { id: 'b', field: 'sex', value: '男' },
      { id: 'gone', field: 'sex', value: '男' },
    ]),
  ).toBe(2)
  expect(opened.stores.records.get('a')?.decisions).toEqual({
    name: { kind: 'corrected', value: '李雷' },
  })
  expect(opened.stores.records.get('b')?.decisions.sex?.kind).toBe('confirmed')
  desk.desk.amend([{ ...name, value: null }])
  expect(opened.stores.records.get('a')?.decisions).toEqual({})
})

it('takes up at the start what a deletion that was cut off left in the backups', async () => {
  const folder = newFolder()
  const { opened, close } = await withBackup(folder)
  opened.stores.records.remove('a')
  await close()
  expect(recordsIn(backupIn(folder))).toBe(2)
  await openDesk(folder, { keepDays: 0 })
  await expect.poll(() => recordsIn(backupIn(folder))).toBe(1)
})

it('starts though what the start would write down finds no room, and tells (fault 11)', async () => {
  const folder = newFolder()
  const { close } = await withBackup(folder)
  await close()
  writeFileSync(path.join(folder, 'desk.sqlite'), 'broken')
  const full = new StoreProblem('disk-full', 'no room')
  const damaged = new StoreProblem('damaged', 'a value does not open')
  let isDamaged = true
  const { opened, faults, desk } = await openDesk(folder, {}, ({ stores }) => {
    stores.audit.write = () => {
      throw full
    }
    const { records } = stores
    const get = records.get.bind(records)
    records.get = (id) => {
      if (isDamaged) throw damaged
      return get(id)
    }
  })
  expect(opened.found.kind).toBe('restored')
  expect(faults.slice(0, 2)).toEqual([full, damaged])
  isDamaged = false
  expect(desk.desk.snapshot().jobs).toHaveLength(2)
})

it('tells that the backup of the day could not be made', async () => {
  const folder = newFolder()
  const { noBackup } = await openDesk(folder, {}, () =>
    writeFileSync(path.join(folder, 'backups'), 'a file where the folder should be'),
  )
  await expect.poll(() => noBackup).toEqual(['store-failed'])
})

it('forgets the previews it remembers when it is locked, and when something is deleted', async () => {
  const { desk, previews } = await withBackup(newFolder())
  const look = async (times: number): Promise<void> => {
    for (let time = 0; time < 2; time += 1)
      expect(await desk.image('job a', 64, never)).toMatchObject({ ok: true })
    expect(previews()).toBe(times)
  }
  await look(1)
  desk.onLock(true)
  await look(2)
  desk.onLock(false)
  await look(2)
  desk.desk.remove(['job b'])
  await look(3)
  await desk.deletion(['a'], { act: 'records-removed' })
  expect(await desk.image('job a', 64, never)).toMatchObject({ ok: false })
})

it('looks at a few wrong passphrases only, and waits at the next start too', {
  timeout: 60_000,
}, async () => {
  const folder = newFolder()
  const first = await openDesk(folder)
  await first.desk.passphrase.set('seven green rivers')
  const tries = Array.from({ length: 10 }, (_, at) => `seven grey rivers ${at}`)
  const verdicts = await Promise.all(tries.map((text) => first.desk.passphrase.tryPassphrase(text)))
  expect(verdicts.map(({ kind }) => kind).filter((kind) => kind === 'wrong')).toHaveLength(4)
  await first.close()
  const { desk } = await openDesk(folder)
  expect((await desk.passphrase.tryPassphrase('seven green rivers')).kind).toBe('too-soon')
})

describe('a file that is refused', () => {
  /** The door to the window, which is locked when the intake that is asked for has ended. */
  function doorOf(desk: KeptDesk) {
    const handlers = new Map<string, (event: null, input: unknown) => Promise<unknown>>()
    let isLocked = false
    serve<null>({
      server: { handle: (channel, listener) => void handlers.set(channel, listener) },
      isTrusted: () => true,
      isLocked: () => isLocked,
      answers: () =>
        intakeAnswers({
          ...desk,
          desk: {
            ...desk.desk,
            add: (...asked) => desk.desk.add(...asked).finally(() => (isLocked = true)),
          },
          pick: async () => [],
          isLocked: () => isLocked,
          confirm: async () => false,
          platform: process.platform,
          samplesFolder: '',
          onProgress: () => {},
        }),
      onError: () => {},
    })
    return {
      ask: async (channel: string, input: unknown = null) => handlers.get(channel)?.(null, input),
      unlock: () => (isLocked = false),
    }
  }

  it('is told after the lock, when the intake ended behind it, until it was seen', async () => {
    const folder = newFolder()
    const note = path.join(folder, '说明.txt')
    writeFileSync(note, 'no picture')
    const { desk } = await openDesk(newFolder())
    const { ask, unlock } = doorOf(desk)
    const locked = { error: { kind: 'locked' } }
    expect(await ask('intake:add', { paths: [note] })).toMatchObject(locked)
    expect(await ask('intake:refused')).toMatchObject(locked)
    unlock()
    const refused = { value: [{ path: note, kind: 'not-an-image' }] }
    expect(await ask('intake:refused')).toMatchObject(refused)
    expect(await ask('intake:refused')).toMatchObject(refused)
    await ask('intake:seen')
    expect(await ask('intake:refused')).toEqual(ok([]))
  })

  it('is told also where it was pasted, or named by the system', async () => {
    const { desk } = await openDesk(newFolder())
    await desk.desk.addImage(Uint8Array.of(1, 2, 3), '粘贴.png')
    await desk.desk.add([path.join(newFolder(), 'gone.jpg')])
    expect(desk.turnedAway.all().map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      '粘贴.png not-an-image',
      'gone.jpg missing',
    ])
  })
})

describe('what is exported', () => {
  /** A file that an export had begun two days ago, when it was killed. */
  function leftoverIn(folder: string): string {
    const file = path.join(folder, `.license-desk-${randomUUID()}.part`)
    writeFileSync(file, 'half a table')
    const then = Date.now() / 1000 - 2 * 86_400
    utimesSync(file, then, then)
    return file
  }

  it.each(['json', 'csv'] as const)(
    'about a person, as %s, is waited for at the end, and sweeps its folder (fault 4)',
    async (format) => {
      const { desk, exports } = await withBackup(newFolder())
      const folder = newFolder()
      const leftover = leftoverIn(folder)
      const target = path.join(folder, `out.${format}`)
      const file = desk.people.file('a')
      if (file === undefined) throw new Error('nothing is held')
      const exporting = desk.exportPerson({ path: target, file, format })
      await exports.settled(60_000)
      expect(readFileSync(target, 'utf8')).toContain('441900199012210519')
      expect(existsSync(leftover)).toBe(false)
      expect(await exporting).toMatchObject({ kind: 'written' })
    },
  )

  it('is swept from the folder of the last export at the start, and nothing else there (fault 4)', async () => {
    const exportFolder = newFolder()
    const leftover = leftoverIn(exportFolder)
    const other = path.join(exportFolder, '客户.part')
    writeFileSync(other, '')
    await openDesk(newFolder(), { exportFolder })
    await expect.poll(() => existsSync(leftover)).toBe(false)
    expect(existsSync(other)).toBe(true)
  })
})

describe('a record that does not open any more (fault 18)', () => {
  const damage = (folder: string): void => {
    const database = new DatabaseSync(path.join(folder, 'desk.sqlite'))
    database.exec("UPDATE records SET content = zeroblob(60) WHERE id = 'a'")
    database.close()
  }
  /** Of two licenses that stand on the list, the first is damaged. */
  async function openDamaged() {
    const folder = newFolder()
    const first = await withBackup(folder)
    await first.close()
    damage(folder)
    return openDesk(folder, { keepDays: 0 })
  }

  it('keeps nothing else from being shown, and its image can be read again', async () => {
    const { desk } = await openDamaged()
    const shown = desk.desk.snapshot()
    expect([shown.jobs.length, shown.records.map(({ id }) => id)]).toEqual([2, ['b']])
    desk.desk.retry(['job a'])
    expect(desk.desk.snapshot().jobs[0]?.state.kind).toBe('running')
  })

  it('is deleted like any other', async () => {
    const { desk, opened } = await openDamaged()
    expect((await desk.deletion(['a', 'b'], { act: 'records-removed' })).records).toBe(2)
    expect(opened.stores.records.marks({})).toEqual([])
    expect(desk.desk.snapshot().jobs).toEqual([])
  })
})

it('takes up at the start what arrived before and is not on the list, and tells what cannot be', async () => {
  const page = { width: 2, height: 2, level: 9 }
  const { desk, opened } = await openDesk(newFolder(), {}, ({ stores }) => {
    stores.images.put('fax', greyTiff([page, { ...page, level: 8 }]))
    stores.images.put('note', new TextEncoder().encode('no picture'))
    stores.arrivals.put({ id: 'fax', name: '传真.tif', listed: 0 })
    stores.arrivals.put({ id: 'note', name: '便条.png', listed: 0 })
  })
  const refused = [{ name: '便条.png', kind: 'not-an-image' }]
  await expect.poll(() => desk.turnedAway.all()).toMatchObject(refused)
  const listed = opened.stores.jobs.all().map(({ source }) => `${source.name} ${source.page}`)
  expect(listed).toEqual(['传真.tif 1', '传真.tif 2'])
  expect(opened.stores.arrivals.all()).toEqual([])
})
