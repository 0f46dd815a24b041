import { describe, expect, it } from 'vitest'
import type { Job, JobState } from '../../core/jobs/job.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import type { RecordQuery } from '../../core/records/query.ts'
import type { Stores } from '../../electron/store/stores.ts'
import { entryOf, failed, jobWith, type Person, recordOf } from './kept-samples.ts'
import { readAs, recordWith } from '../core/license/sample.ts'
import { quotaLedgerContract } from './quota-ledger-contract.ts'
import { storeContract } from './store-contract.ts'
import { type StoresCase, togetherContract } from './together-contract.ts'

/** What all stores of a desk promise together, wherever they keep things. */
export function storesContract(name: string, { open, again }: StoresCase): void {
  const part = (act: (stores: Stores) => void) => async (): Promise<Stores> => {
    const stores = await open()
    act(stores)
    return again(stores)
  }

  storeContract<Job>(`jobs in ${name}`, {
    open: async () => (await open()).jobs,
    item: jobWith,
    change: (job) => ({ ...job, state: failed }),
  })
  quotaLedgerContract(`calls in ${name}`, async () => (await open()).quota)

  describe(`${name}, as the list of jobs`, () => {
    it('keeps jobs in every state whole', async () => {
      const unknown: JobState = {
        kind: 'unknown',
        failure: { kind: 'unknown-refusal', message: 'odd', code: 45011, rid: 'a-b' },
      }
      const states: readonly JobState[] = [
        { kind: 'queued' },
        { kind: 'running' },
        { kind: 'done', recordIds: ['record-1'] },
        { kind: 'done', recordIds: ['record-2', 'record-3', '["'] },
        { kind: 'done', recordIds: ['["record-4"]'] },
        { kind: 'queued', recordIds: ['record-5', 'record-6'] },
        failed,
        unknown,
        { kind: 'cancelled' },
      ]
      const jobs = states.map((state, index) => jobWith(`${index}`, state))
      const stores = await part((kept) => jobs.forEach((job) => kept.jobs.put(job)))()
      expect(stores.jobs.all()).toEqual(jobs)
    })

    it('claims what was queued first, says that it runs, and claims nothing when nothing is queued', async () => {
      const stores = await part(({ jobs }) => {
        for (const id of ['b', 'a', 'c']) jobs.put(jobWith(id))
      })()
      const running = (id: string): Job => jobWith(id, { kind: 'running' })
      expect(stores.jobs.claim()).toEqual(running('b'))
      expect(stores.jobs.claim()).toEqual(running('a'))
      const later = await again(stores)
      expect(later.jobs.all()).toEqual([running('b'), running('a'), jobWith('c')])
      expect(later.jobs.claim()).toEqual(running('c'))
      expect(later.jobs.claim()).toBeUndefined()
    })

    it('claims last what was queued again, though it stays where it was on the list', async () => {
      const stores = await part(({ jobs }) => {
        for (const id of ['a', 'b', 'c']) jobs.put(jobWith(id))
        jobs.claim()
        jobs.put(jobWith('a', failed))
        jobs.put(jobWith('a'))
      })()
      expect(stores.jobs.all().map(({ id }) => id)).toEqual(['a', 'b', 'c'])
      expect([1, 2, 3].map(() => stores.jobs.claim()?.id)).toEqual(['b', 'c', 'a'])
    })

    it('leaves a queued job its turn when something else about it changes', async () => {
      const stores = await part(({ jobs }) => {
        for (const id of ['a', 'b']) jobs.put(jobWith(id))
        jobs.put({ ...jobWith('a'), source: { path: '/other.jpg', name: 'other.jpg', page: 2 } })
      })()
      expect(stores.jobs.claim()?.source.name).toBe('other.jpg')
    })

    it('claims nothing that was removed or cancelled', async () => {
      const stores = await part(({ jobs }) => {
        for (const id of ['a', 'b', 'c']) jobs.put(jobWith(id))
        jobs.remove('a')
        jobs.put(jobWith('b', { kind: 'cancelled' }))
      })()
      expect(stores.jobs.claim()?.id).toBe('c')
      expect(stores.jobs.claim()).toBeUndefined()
    })
  })

  describe(`${name}, as what stands together`, () => {
    const ids = (stores: Stores, query: RecordQuery = {}): string[] =>
      stores.records.find(query).matches.map(({ id }) => id)
    const merged = part(({ records, merged: merges }) => {
      for (const id of ['a', 'b', 'c']) records.put(recordOf(id, { name: '王伟', number: '1X' }))
      merges.put(new Map([['a', 'c']]))
    })

    it('shows what was merged no more, but where one person is asked for', async () => {
      const stores = await merged()
      expect(ids(stores)).toEqual(['c', 'b'])
      expect(stores.records.find({ limit: 1 })).toMatchObject({ total: 2, matches: [{ id: 'c' }] })
      expect(ids(stores, { text: '王' })).toEqual(['c', 'b'])
      expect(ids(stores, { person: '1X' })).toEqual(['c', 'b', 'a'])
      expect(stores.records.marks({ person: '1X' })).toHaveLength(3)
      expect(stores.records.get('a')).toEqual(recordOf('a', { name: '王伟', number: '1X' }))
    })

    it('shows it again where what stands for it is gone, or it is taken apart', async () => {
      const stores = await merged()
      stores.records.remove('c')
      expect(ids(stores)).toEqual(['b', 'a'])
      const later = await again(stores)
      expect([...later.merged.all()]).toEqual([['a', 'c']])
      later.merged.put(new Map())
      expect([...later.merged.all()]).toEqual([])
    })

    it('stands as before where it is taken back', async () => {
      const stores = await merged()
      expect(() =>
        stores.together(() => {
          stores.merged.put(new Map())
          throw new Error('no')
        }),
      ).toThrow('no')
      expect(ids(stores)).toEqual(['c', 'b'])
    })
  })

  describe(`${name}, as figures`, () => {
    const row = { from: '2026-11-23', way: 'offline', licenses: 1, fields: {} }

    it('adds them up', async () => {
      expect((await open()).figures.all()).toEqual([])
      const stores = await part(({ figures }) => {
        figures.add([row])
        figures.add([row, { ...row, way: 'both' }])
      })()
      expect(stores.figures.all()).toEqual([
        { ...row, way: 'both' },
        { ...row, licenses: 2 },
      ])
    })
  })

  describe(`${name}, as the records`, () => {
    const found = (stores: Stores, query: RecordQuery = {}): string[] =>
      stores.records.find(query).matches.map(({ id }) => id)

    const people = part(({ records }) => {
      records.put(recordOf('1', { name: '王伟', number: '11010119900101001X' }))
      records.put(recordOf('2', { name: 'SMITH John', number: '110101199001010028' }))
      records.put(recordOf('3', { name: '王芳', number: '310101198505050011' }))
    })

    it('gives back a record whole, the last word, and nothing that was removed', async () => {
      const corrected: LicenseRecord = {
        ...recordOf('b'),
        decisions: { name: { kind: 'corrected', value: '李四' } },
      }
      const stores = await part(({ records }) => {
        for (const id of ['a', 'b', 'c']) records.put(recordOf(id))
        records.put(corrected)
        records.remove('c')
        records.remove('none')
      })()
      expect(stores.records.get('a')).toEqual(recordOf('a'))
      expect(stores.records.get('b')).toEqual(corrected)
      expect(stores.records.get('c')).toBeUndefined()
      expect(['a', 'c'].map((id) => stores.records.has(id))).toEqual([true, false])
      expect(found(stores)).toEqual(['b', 'a'])
    })

    it('finds nothing at first', async () => {
      expect((await open()).records.find({})).toEqual({ total: 0, matches: [] })
    })

    it('tells of each what a list shows', async () => {
      expect((await people()).records.find({ text: 'smith' }).matches).toEqual([
        {
          id: '2',
          name: 'SMITH John',
          idNumber: '110101199001010028',
          readAt: '2021-03-15T01:30:00.000Z',
          address: '广东省东莞市莞城街道和平街12号',
          seal: '广东省东莞市公安局交通警察支队',
          validTo: '2028-07-06',
          look: 3,
          readers: 'offline',
        },
      ])
    })

    it('finds by a fragment of the address and of the seal', async () => {
      const stores = await part(({ records }) => {
        records.put(recordWith({ address: readAs('河南省漯河市郾城区团结路57号') }))
        records.put({ ...recordWith({ official_seal: readAs('石家庄市公安局') }), id: '2' })
      })()
      expect(found(stores, { text: '团结路' })).toEqual(['record-1'])
      expect(found(stores, { text: '石家庄' })).toEqual(['2'])
      expect(found(stores, { text: '路57号\t' })).toEqual(['record-1'])
    })

    it('finds by when it was read, by whom, and whether somebody has to look', async () => {
      const both = recordWith({ name: { ...readAs('李雷'), readBy: ['offline', 'wechat-upload'] } })
      const stores = await part(({ records }) => {
        records.put({ ...recordWith(), id: 'ready', readAt: '2021-03-01T00:00:00.000Z' })
        records.put({ ...both, id: 'both', readAt: '2021-03-02T00:00:00.000Z' })
        records.put({
          ...recordWith({ sex: readAs('男', 0.5) }),
          id: 'look',
          recognizer: 'wechat-upload',
          readAt: '2021-03-03T00:00:00.000Z',
        })
      })()
      expect(found(stores, { state: 'look' })).toEqual(['look'])
      expect(found(stores, { state: 'ready' })).toEqual(['both', 'ready'])
      expect(found(stores, { readers: 'wechat' })).toEqual(['look'])
      expect(found(stores, { readers: 'both' })).toEqual(['both'])
      expect(found(stores, { readFrom: '2021-03-02T00:00:00.000Z' })).toEqual(['look', 'both'])
      const record = stores.records.get('look')
      if (record !== undefined)
        stores.records.put({ ...record, decisions: { sex: { kind: 'confirmed', value: '男' } } })
      expect(found(stores, { state: 'look' })).toEqual([])
    })

    it('gives them in the order that is asked for: names by their sound, what is empty last', async () => {
      const each = (id: string, who: string, number: string, validTo: string): LicenseRecord => ({
        ...recordWith({ name: readAs(who), id_num: readAs(number), valid_to: readAs(validTo) }),
        id,
        readAt: `2021-03-0${id}T00:00:00.000Z`,
      })
      const stores = await part(({ records }) => {
        records.put(each('1', '张三', '3', '2030-01-01'))
        records.put(each('2', '', '1', '长期'))
        records.put(each('3', '艾山', '', '2027-01-01'))
        records.put(each('4', '李雷', '2', ''))
      })()
      expect(found(stores, { order: 'newest' })).toEqual(['4', '3', '2', '1'])
      expect(found(stores, { order: 'oldest' })).toEqual(['1', '2', '3', '4'])
      expect(found(stores, { order: 'name' })).toEqual(['3', '4', '1', '2'])
      expect(found(stores, { order: 'number' })).toEqual(['2', '4', '1', '3'])
      expect(found(stores, { order: 'expiry' })).toEqual(['3', '1', '2', '4'])
      expect(found(stores, { order: 'name', offset: 1, limit: 2 })).toEqual(['4', '1'])
      stores.records.remove('4')
      expect(found(stores, { order: 'name', offset: 1, limit: 2 })).toEqual(['1', '2'])
    })

    it('finds by a fragment of the name or number, whatever its case', async () => {
      const stores = await people()
      expect(found(stores, { text: '王' })).toEqual(['3', '1'])
      expect(found(stores, { text: ' john ' })).toEqual(['2'])
      expect(found(stores, { text: '001x' })).toEqual(['1'])
      expect(found(stores, { text: '19900101' })).toEqual(['2', '1'])
      expect(found(stores, { text: '' })).toEqual(['3', '2', '1'])
      expect(found(stores, { text: '%' })).toEqual([])
    })

    it('finds one person by the whole number, whatever its case, as it stands after correction', async () => {
      const stores = await people()
      expect(found(stores, { person: '11010119900101001x' })).toEqual(['1'])
      expect(found(stores, { person: '1101011990' })).toEqual([])
      expect(found(stores, { person: '11010119900101001X', text: '芳' })).toEqual([])
      stores.records.put({
        ...recordOf('3', { name: '王芳', number: '310101198505050011' }),
        decisions: { id_num: { kind: 'corrected', value: '11010119900101001X' } },
      })
      const later = await again(stores)
      expect(found(later, { person: '11010119900101001X' })).toEqual(['3', '1'])
      expect(found(later, { person: '310101198505050011' })).toEqual([])
      expect(found(later, { text: '3101011985' })).toEqual([])
    })

    it('gives the newest first, and of one moment the last that came', async () => {
      const at = (day: string): Person => ({ readAt: `2026-11-${day}T00:00:00.000Z` })
      const stores = await part(({ records }) => {
        records.put(recordOf('b', at('02')))
        records.put(recordOf('d', at('01')))
        records.put(recordOf('a', at('03')))
        records.put(recordOf('c', at('02')))
      })()
      expect(found(stores)).toEqual(['a', 'c', 'b', 'd'])
      expect(found(stores, { readBefore: at('02').readAt })).toEqual(['d'])
      stores.records.put(recordOf('d', at('04')))
      stores.records.remove('c')
      expect(found(stores)).toEqual(['d', 'a', 'b'])
    })

    it('tells of each what stands outside its seal, the newest first', async () => {
      const stores = await part(({ records }) => {
        records.put(recordOf('b', { number: '1X', readAt: '2026-11-02T00:00:00.000Z' }))
        records.put(recordOf('a', { number: '1X', readAt: '2026-11-03T00:00:00.000Z' }))
        records.put(recordOf('c', { number: '2', readAt: '2026-11-02T00:00:00.000Z' }))
        records.put(recordOf('gone'))
        records.remove('gone')
      })()
      const marked = (query: Pick<RecordQuery, 'person' | 'readBefore'>): string[] =>
        stores.records.marks(query).map(({ id, readAt }) => `${id} ${readAt.slice(0, 10)}`)
      expect(marked({})).toEqual(['a 2026-11-03', 'c 2026-11-02', 'b 2026-11-02'])
      expect(marked({ readBefore: '2026-11-03T00:00:00.000Z' })).toEqual([
        'c 2026-11-02',
        'b 2026-11-02',
      ])
      expect(marked({ person: '1x' })).toEqual(['a 2026-11-03', 'b 2026-11-02'])
      expect(marked({ person: '1x', readBefore: '2026-11-03T00:00:00.000Z' })).toEqual([
        'b 2026-11-02',
      ])
    })

    it('knows which were read from an image, and of which page', async () => {
      const of = (id: string, image: string, page = 1): LicenseRecord => {
        const record = recordOf(id)
        return { ...record, source: { ...record.source, image, page } }
      }
      const stores = await part(({ records }) => {
        for (const record of [of('1', 'a'), of('2', 'a', 2), of('3', 'b'), of('4', 'a')])
          records.put(record)
        records.put(of('3', 'a'))
        records.remove('1')
      })()
      expect(stores.records.ofImage('a 1').toSorted()).toEqual(['3', '4'])
      expect(stores.records.ofImage('a 2')).toEqual(['2'])
      expect(stores.records.ofImage('b 1')).toEqual([])
    })

    it('gives one page of many, and how many there are', async () => {
      const stores = await part(({ records, together }) =>
        together(() => {
          for (let number = 0; number < 300; number += 1) records.put(recordOf(`${number}`))
        }),
      )()
      const page = stores.records.find({ offset: 130, limit: 3 })
      expect(page.total).toBe(300)
      expect(page.matches.map(({ id }) => id)).toEqual(['169', '168', '167'])
      expect(found(stores, { offset: 299, limit: 5 })).toEqual(['0'])
      expect(found(stores, { offset: 300 })).toEqual([])
    })

    it('keeps names of any characters apart, and finds them by such', async () => {
      const names = ['O\\Neil', 'a\tb', 'c\nd', 'e\0f', 'g\\th', '"quoted"', '𠮷野家', 'Straße']
      const stores = await part(({ records }) =>
        names.forEach((each, at) =>
          records.put(recordOf(`${at}`, { name: each, number: `${at}${at}` })),
        ),
      )()
      const listed = stores.records.find({}).matches.map((match) => match.name)
      expect(listed.toReversed()).toEqual(names)
      for (const [at, text] of names.entries()) expect(found(stores, { text })).toEqual([`${at}`])
      expect(found(stores, { text: '\t' })).toEqual(found(stores))
      expect(found(stores, { text: 'strasse' })).toEqual(['7'])
      expect(found(stores, { text: 'b\t1' })).toEqual([])
      expect(found(stores, { text: '\\' })).toEqual(['4', '0'])
    })

    it('keeps a list that was given as it was', async () => {
      const stores = await people()
      const before = stores.records.find({})
      stores.records.remove('1')
      expect(before.matches).toHaveLength(3)
    })
  })

  describe(`${name}, as what was paid, the images and the audit log`, () => {
    const read = [recordOf('1').reading] as const

    it('keeps what became of the one call of an image, until it is removed', async () => {
      const refused = { kind: 'no-license', message: 'none', code: 47001 } as const
      const stores = await part(({ paid }) => {
        paid.put('one', { kind: 'sent' })
        paid.put('two', { kind: 'sent' })
        paid.put('two', { kind: 'answered', outcome: { ok: true, value: read } })
        paid.put('three', { kind: 'answered', outcome: { ok: false, error: refused } })
        paid.put('four', { kind: 'sent' })
        paid.remove('four')
        paid.remove('none')
      })()
      expect(stores.paid.get('one')).toEqual({ kind: 'sent' })
      expect(stores.paid.get('two')).toEqual({
        kind: 'answered',
        outcome: { ok: true, value: read },
      })
      expect(stores.paid.get('three')).toEqual({
        kind: 'answered',
        outcome: { ok: false, error: refused },
      })
      expect(stores.paid.get('four')).toBeUndefined()
    })

    it('keeps the bytes of images', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251)
      const stores = await part(({ images }) => {
        images.put('a', bytes)
        images.put('b', new Uint8Array())
        images.put('c', bytes)
        images.remove('c')
      })()
      expect(Buffer.from(bytes).equals(stores.images.get('a') ?? Uint8Array.of())).toBe(true)
      expect(stores.images.get('b')).toHaveLength(0)
      expect(stores.images.get('c')).toBeUndefined()
    })

    it('lists what was done, the newest first, and finds it untouched', async () => {
      const stores = await part(({ audit }) => {
        for (const id of ['a', 'b', 'c']) audit.write(entryOf(id))
      })()
      expect(stores.audit.newest(2)).toEqual([entryOf('c'), entryOf('b')])
      expect(stores.audit.newest(9)).toHaveLength(3)
      expect(stores.audit.verify()).toEqual({ kind: 'sound', entries: 3 })
      expect((await open()).audit.verify()).toEqual({ kind: 'sound', entries: 0 })
    })
  })

  describe(`${name}, as the list of whom the house does not rent to`, () => {
    const about = (note: string) => ({ note, addedAt: '2026-11-24T02:00:00.000Z' })

    it('knows a number again, however it is typed, with the last note, until it is taken off', async () => {
      const stores = await part(({ doNotRent }) => {
        doNotRent.put('11010119900101001X', about('first'))
        doNotRent.put('310101198505050011', about('other'))
        doNotRent.put(' 11010119900101001x', about('撞坏车门，没有赔'))
        doNotRent.remove(doNotRent.put('1', about('gone')).id)
      })()
      const { doNotRent } = stores
      expect(doNotRent.get('11010119900101001x ')).toMatchObject(about('撞坏车门，没有赔'))
      expect(doNotRent.get('1')).toBeUndefined()
      expect(doNotRent.all().map(({ note }) => note)).toEqual(['other', '撞坏车门，没有赔'])
      const [other] = doNotRent.all()
      expect(doNotRent.get('310101198505050011')).toEqual(other)
      expect(other?.id).not.toContain('310101')
      doNotRent.remove(other?.id ?? '')
      const later = (await again(stores)).doNotRent
      expect(later.all()).toHaveLength(1)
      expect(later.get('310101198505050011')).toBeUndefined()
    })

    it('changes together with all else, or not at all', async () => {
      const stores = await part(({ doNotRent }) => void doNotRent.put('1', about('stays')))()
      const fails = (): void =>
        stores.together(() => {
          stores.doNotRent.put('2', about('new'))
          stores.doNotRent.put('1', about('changed'))
          throw new Error('on purpose')
        })
      expect(fails).toThrow('on purpose')
      expect((await again(stores)).doNotRent.all().map(({ note }) => note)).toEqual(['stays'])
    })
  })

  togetherContract(name, { open, again })
}
