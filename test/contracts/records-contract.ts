import { describe, expect, it } from 'vitest'
import type { LicenseRecord } from '../../core/license/record.ts'
import type { RecordQuery } from '../../core/records/query.ts'
import { basisOf } from '../../core/verdict/basis.ts'
import type { Stores } from '../../electron/store/stores.ts'
import { readAs, recordWith } from '../core/license/sample.ts'
import { type Person, recordOf } from './kept-samples.ts'
import type { StoresCase } from './together-contract.ts'

/** What the records of a desk promise: to be found, in an order, and known by their images. */
export function recordsContract(name: string, { open, again }: StoresCase): void {
  const part = (act: (stores: Stores) => void) => async (): Promise<Stores> => {
    const stores = await open()
    act(stores)
    return again(stores)
  }

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

    it('tells by what some are judged, as they stand', async () => {
      const corrected: LicenseRecord = {
        ...recordOf('2', { name: '王伟' }),
        decisions: { car_class: { kind: 'corrected', value: 'A2\t\n' } },
      }
      const stores = await part(({ records }) => {
        for (const id of ['1', '2', '3', '4']) records.put(recordOf(id))
        records.put(corrected)
        records.remove('3')
      })()
      const told = [...stores.records.judgeable(new Set(['3', '2', '1', 'none']))]
      expect(new Map(told.map(({ id, basis }) => [id, basis]))).toEqual(
        new Map([
          ['1', basisOf(recordOf('1'))],
          ['2', basisOf(corrected)],
        ]),
      )
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

    it('names all that it would find, in the order that is asked for, without what is merged into another', async () => {
      const stores = await people()
      expect(stores.records.ids({})).toEqual(['3', '2', '1'])
      expect(stores.records.ids({ order: 'oldest' })).toEqual(['1', '2', '3'])
      expect(stores.records.ids({ text: '王' })).toEqual(['3', '1'])
      expect(stores.records.ids({ text: '王', readers: 'wechat' })).toEqual([])
      stores.records.put(recordOf('4', { name: '王强', number: '310101198505050038' }))
      stores.merged.put(new Map([['1', '4']]))
      expect(stores.records.ids({ text: '王' })).toEqual(['4', '3'])
      stores.records.remove('4')
      expect(stores.records.ids({ text: '王' })).toEqual(['3', '1'])
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
}
