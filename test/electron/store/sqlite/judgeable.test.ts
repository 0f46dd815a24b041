import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { LicenseRecord } from '../../../../core/license/record.ts'
import { basisOf, lightOf } from '../../../../core/verdict/basis.ts'
import type { Light } from '../../../../core/verdict/reason.ts'
import { type VerdictContext, verdictOf } from '../../../../core/verdict/verdict.ts'
import { listedIn } from '../../../../electron/records/do-not-rent.ts'
import type { Stores } from '../../../../electron/store/stores.ts'
import { chanceContext, chanceRecord } from '../../../core/verdict/chance.ts'
import { randomOf } from '../../../fixtures/cards/random.ts'
import { newFolder } from '../../settings/folder.ts'
import { fileIn } from './damage.ts'
import { opened, testVault } from './opened.ts'

const recordsFrom = (first: number, count: number): LicenseRecord[] =>
  Array.from({ length: count }, (_, at) =>
    chanceRecord(randomOf(first + at, 'judgeable'), `r${first + at}`),
  )

const keep = ({ records, together }: Stores, all: readonly LicenseRecord[]): void =>
  together(() => all.forEach((record) => records.put(record)))

/** Contexts whose list is the store’s own. */
const contexts = ({ doNotRent }: Stores): VerdictContext[] =>
  Array.from({ length: 6 }, (_, seed) => ({
    ...chanceContext(randomOf(seed, 'contexts')),
    listed: listedIn(doNotRent),
  }))

/** Whose light the index tells otherwise than the record does, in any of the contexts. */
const differing = (stores: Stores, all: readonly LicenseRecord[]): string[] =>
  contexts(stores).flatMap((context, nth) => {
    const told = stores.records.judgeable(new Set(all.map(({ id }) => id)))
    const unlisted = { ...context, listed: () => null }
    const lights = new Map<string, Light | null>()
    for (const { id, basis, mayBeListed } of told)
      lights.set(id, lightOf(basis, mayBeListed ? context : unlisted))
    return all
      .filter((record) => lights.get(record.id) !== (verdictOf(record, context)?.light ?? null))
      .map(({ id }) => `${nth} ${id}`)
  })

/** What an index holds besides what is searched in, block by block, once it is opened. */
const judgedIn = (folder: string, change: (judged: string) => string = (judged) => judged) => {
  const database = new DatabaseSync(fileIn(folder))
  const rows = database.prepare('SELECT block, entries FROM search_blocks ORDER BY block').all()
  const found = rows.map(({ block, entries }) => {
    const place = { table: 'search_blocks', row: String(block), column: 'entries' }
    const sealed = entries instanceof Uint8Array ? entries : new Uint8Array()
    const [people = '', rest = '', judged = ''] = Buffer.from(testVault.open(place, sealed))
      .toString('utf8')
      .split('\0')
    const changed = [people, rest, change(judged)].filter((part, at) => at < 2 || part !== '')
    database
      .prepare('UPDATE search_blocks SET entries = ? WHERE block = ?')
      .run(testVault.seal(place, Buffer.from(changed.join('\0'))), Number(block))
    return judged
  })
  database.close()
  return found
}

describe('what verdicts rest on, kept where searches look', () => {
  it('gives the verdict of each record, few or many, also after the next start', async () => {
    const folder = newFolder()
    const all = recordsFrom(0, 260)
    const first = await opened(folder)
    keep(first.stores, all)
    first.stores.doNotRent.put('441900199012210519', { note: 'x', addedAt: '' })
    expect(differing(first.stores, all)).toEqual([])
    await first.close()
    const again = await opened(folder)
    expect(differing(again.stores, all)).toEqual([])
    expect(differing(again.stores, all.slice(100, 120))).toEqual([])
    again.upkeep.cool()
    expect(differing(again.stores, all.slice(50))).toEqual([])
  })

  it('follows what is corrected, confirmed, taken back, deleted and put again', async () => {
    const { stores } = await opened(newFolder())
    const all = recordsFrom(0, 200)
    keep(stores, all)
    const changed = recordsFrom(200, 200).map((record, at) => ({ ...record, id: `r${at}` }))
    keep(stores, changed)
    expect(differing(stores, changed)).toEqual([])
    for (const { id } of changed.slice(50)) stores.records.remove(id)
    expect([...stores.records.judgeable(new Set(['r60']))]).toEqual([])
    expect(differing(stores, changed.slice(0, 50))).toEqual([])
    keep(stores, all)
    expect(differing(stores, all)).toEqual([])
    expect(() =>
      stores.together(() => {
        keep(stores, changed)
        throw new Error('taken back')
      }),
    ).toThrow('taken back')
    expect(differing(stores, all)).toEqual([])
  })

  it('tells who is not on the do-not-rent list without asking for each', async () => {
    const { stores } = await opened(newFolder())
    const all = recordsFrom(0, 100)
    keep(stores, all)
    const maybe = (): string[] =>
      [...stores.records.judgeable(new Set(all.map(({ id }) => id)))]
        .filter(({ mayBeListed }) => mayBeListed)
        .map(({ basis }) => basis.license.id_num)
    expect(maybe()).toEqual([])
    const entry = stores.doNotRent.put(' k1234567', { note: 'x', addedAt: '' })
    expect(new Set(maybe())).toEqual(new Set(['K1234567']))
    stores.doNotRent.remove(entry.id)
    expect(maybe()).toEqual([])
  })

  it.each([
    ['held nothing of it', () => ''],
    ['read something else out of records', (judged: string) => judged.replaceAll(/^1\t/gm, '0\t')],
    ['held it of some alone', (judged: string) => judged.replaceAll(/^1\t男.*$/gm, '')],
  ])('is written down where an older version %s', async (_, older) => {
    const folder = newFolder()
    const all = recordsFrom(0, 300)
    const first = await opened(folder)
    keep(first.stores, all)
    await first.close()
    const before = judgedIn(folder, older)

    const again = await opened(folder)
    expect(differing(again.stores, all.slice(0, 3))).toEqual([])
    const wanted = new Set(all.map(({ id }) => id))
    // What is changed while others are looked at stands.
    const corrected = chanceRecord(randomOf(300, 'judgeable'), 'r7')
    for (const { id } of again.stores.records.judgeable(wanted))
      if (id === 'r100') again.stores.records.put(corrected)
    const [now] = again.stores.records.judgeable(new Set(['r7']))
    expect(now?.basis).toEqual(basisOf(corrected))
    expect(
      differing(
        again.stores,
        all.map((one) => (one.id === 'r7' ? corrected : one)),
      ),
    ).toEqual([])
    keep(again.stores, all.slice(7, 8))
    await again.close()
    expect(judgedIn(folder)).toEqual(before)
  })

  it('comes back with a backup', async () => {
    const folder = newFolder()
    const all = recordsFrom(0, 150)
    const first = await opened(folder)
    keep(first.stores, all)
    await first.upkeep.backUp()
    await first.close()
    const database = new DatabaseSync(path.join(folder, 'desk.sqlite'))
    database.exec('UPDATE search_blocks SET entries = zeroblob(200)')
    database.close()
    const again = await opened(folder)
    expect(again.found.kind).toBe('restored')
    expect(differing(again.stores, all)).toEqual([])
  })

  it('tells nothing of a record that stands there and does not open, where it must be opened', async () => {
    const folder = newFolder()
    const all = recordsFrom(0, 5)
    const first = await opened(folder)
    keep(first.stores, all)
    await first.close()
    judgedIn(folder, () => '')
    const database = new DatabaseSync(fileIn(folder))
    database.exec(`UPDATE records SET content = zeroblob(200) WHERE id = 'r2'`)
    database.close()
    const { stores } = await opened(folder)
    expect(
      differing(
        stores,
        all.filter(({ id }) => id !== 'r2'),
      ),
    ).toEqual([])
    const told = [...stores.records.judgeable(new Set(['r1', 'r2']))]
    expect(told.map(({ basis }) => basis)).toEqual(all.slice(1, 2).map(basisOf))
  })
})
