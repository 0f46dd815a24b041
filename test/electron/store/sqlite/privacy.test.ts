import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import type { License } from '../../../../core/license/field.ts'
import { mapFields } from '../../../../core/license/field.ts'
import type { LicenseRecord } from '../../../../core/license/record.ts'
import { openStores } from '../../../../electron/store/sqlite/open-stores.ts'
import { openKeyRing } from '../../../../electron/vault/key-ring.ts'
import { createPinLock } from '../../../../electron/vault/pin.ts'
import { readAs, recordWith } from '../../../core/license/sample.ts'
import { personOf } from '../../../fixtures/cards/people.ts'
import { randomOf } from '../../../fixtures/cards/random.ts'
import { newFolder } from '../../settings/folder.ts'
import { searchFor } from './written-forms.ts'

vi.setConfig({ testTimeout: 180_000 })

const passphrase = '只有店长知道的口令 correct horse'
const pin = '80461357'

/** Fictitious people whose names are long enough to be no chance find. */
function peopleOf(count: number): License[] {
  const people: License[] = []
  for (let seed = 0; people.length < count; seed += 1) {
    const { license } = personOf(randomOf(seed))
    if (license.name.length >= 3) people.push(license)
  }
  return people
}

const pathOf = ({ name, id_num }: License): string => `/home/前台/客户/${name}-${id_num}.jpg`

function recordOf(license: License, number: number): LicenseRecord {
  const record = recordWith(mapFields((field) => readAs(license[field])))
  const source = { path: pathOf(license), name: `${license.name}.jpg`, page: 1 }
  return { ...record, id: `record-${number}`, source }
}

/** All that a thief would copy, each file with its bytes. */
const filesIn = (folder: string): [string, Buffer][] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(folder, file), readFileSync(file)])

it('leaves no name, number, address or path to be read in any file, whenever it is copied', async () => {
  const folder = newFolder()
  const ring = await openKeyRing(folder, { passphrase })
  if (!ring.ok) throw new Error(ring.error.kind)
  const { vault, kept } = ring.value
  const opened = await openStores(folder, vault, undefined, kept)
  if (!opened.ok) throw new Error(opened.error.kind)
  const { stores, upkeep, pin: keptPin, close } = opened.value
  const people = peopleOf(900)
  const [first] = people
  if (first === undefined) throw new Error('nobody there')
  const texts = people
    .slice(0, 100)
    .flatMap((license) => [license.name, license.id_num, license.address, pathOf(license)])
  const secrets = [
    passphrase,
    pin,
    'wx-account-0815',
    '前台员工小李',
    'NO-LICENSE-IN-IT',
    'did not pay for the bumper',
    'a1b2'.repeat(16),
  ]
  const search = searchFor([...texts, ...secrets])
  const finds: string[] = []
  let searched = 0
  const seen = new Set<string>()
  const copy = (): void => {
    for (const [name, bytes] of filesIn(folder)) {
      searched += bytes.length
      seen.add(name.replace(/\d{4}-\d{2}-\d{2}/, 'DAY'))
      for (const found of search.in(bytes)) finds.push(`${name}: ${found}`)
    }
  }

  await createPinLock(keptPin).set(pin)
  for (const [number, license] of people.entries()) {
    const record = recordOf(license, number)
    const image = Buffer.from(`${license.name} ${license.id_num} `.repeat(20), 'utf8')
    stores.together(() => {
      const id = `job-${number}`
      stores.images.put(id, image)
      stores.jobs.put({
        id,
        source: { ...record.source, image: 'a1b2'.repeat(16) },
        state: { kind: 'queued' },
      })
      stores.jobs.claim()
      stores.paid.put(`a1b2${number}`, {
        kind: 'answered',
        outcome: { ok: true, value: [record.reading] },
      })
      stores.records.put(record)
      const failure = { kind: 'no-license', message: 'NO-LICENSE-IN-IT' } as const
      stores.jobs.put({
        id,
        source: record.source,
        state:
          number % 3 === 0 ? { kind: 'failed', failure } : { kind: 'done', recordIds: [record.id] },
      })
      if (number % 2 === 0) stores.images.remove(id)
    })
    if (number % 100 === 0) {
      stores.records.find({ text: license.name })
      stores.audit.write({
        at: record.readAt,
        who: '前台员工小李',
        act: 'records-searched',
        subject: '',
        count: 1,
      })
    }
  }
  for (const { id_num } of people.slice(0, 40))
    stores.doNotRent.put(id_num, {
      note: 'did not pay for the bumper',
      addedAt: '2026-11-24T02:00:00.000Z',
    })
  stores.quota.put('wx-account-0815', '2026-11-24', { used: 3, isClosed: false })
  stores.records.put({
    ...recordOf(first, 0),
    decisions: { name: { kind: 'corrected', value: '前台员工小李' } },
  })
  copy()
  const backup = upkeep.backUp()
  const isMade = backup.then(() => true)
  while (!filesIn(folder).some(([name]) => name.endsWith('.part')))
    expect(await Promise.race([isMade, nextTurn(false)])).toBe(false)
  copy()
  expect(await backup).toMatchObject({ kind: 'made' })
  for (let number = 0; number < 50; number += 1) stores.records.remove(`record-${number}`)
  await upkeep.compact()
  copy()
  await ring.value.setPassphrase(`${passphrase} 2`)
  await close()
  copy()

  expect(finds).toEqual([])
  expect([...seen].filter((name) => !name.endsWith('-journal')).toSorted()).toEqual([
    'backups/desk-DAY.sqlite',
    'backups/desk-DAY.sqlite.part',
    'desk.lock',
    'desk.sqlite',
    'desk.sqlite-wal',
    'keys.json',
    'keys.last-good.json',
  ])
  expect(searched).toBeGreaterThan(10_000_000)
})

it('finds a text that was planted in any form, so that finding nothing means something', () => {
  const text = '欧阳震华'
  const file = path.join(newFolder(), 'planted')
  const utf16 = Buffer.from(text, 'utf16le')
  const search = searchFor([text])
  const finds = (bytes: Buffer): string[] => {
    writeFileSync(file, Buffer.concat([Buffer.alloc(1001, 0xee), bytes, Buffer.alloc(13, 0xee)]))
    return search.in(readFileSync(file))
  }
  expect(finds(Buffer.from(text, 'utf8'))).toEqual([`${text} in UTF-8`])
  expect(finds(utf16)).toEqual([`${text} in UTF-16 LE`])
  expect(finds(Buffer.from(utf16).swap16())).toEqual([`${text} in UTF-16 BE`])
  expect(finds(Buffer.from(Buffer.from(text).toString('hex')))).toEqual([`${text} in UTF-8 in hex`])
  for (const lead of ['', 'x', 'xy', 'xyz']) {
    const coded = Buffer.from(`${lead}${text} and more`, 'utf8').toString('base64')
    expect(finds(Buffer.from(coded))).toEqual([`${text} in UTF-8 in base64`])
  }
  expect(finds(Buffer.from('欧阳震'))).toEqual([])
})
