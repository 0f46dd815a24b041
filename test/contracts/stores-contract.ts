import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../core/audit/entry.ts'
import type { Job, JobState } from '../../core/jobs/job.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import type { RecordQuery } from '../../core/records/query.ts'
import type { Stores } from '../../electron/store/stores.ts'
import { readAs, recordWith } from '../core/license/sample.ts'
import { quotaLedgerContract } from './quota-ledger-contract.ts'
import { storeContract } from './store-contract.ts'

export interface StoresCase {
  /** Stores that keep nothing yet. */
  readonly open: () => Stores | Promise<Stores>
  /** The same stores, as they are found by whoever looks later. */
  readonly again: (stores: Stores) => Stores | Promise<Stores>
}

export const jobWith = (id: string, state: JobState = { kind: 'queued' }): Job => ({
  id,
  source: { path: `/卡片/${id}.jpg`, name: `${id}.jpg`, page: 1, image: 'ab'.repeat(32) },
  state,
})

const failed: JobState = { kind: 'failed', failure: { kind: 'damaged', message: 'cut off' } }

interface Person {
  readonly name?: string
  readonly number?: string
  readonly readAt?: string
}

export const recordOf = (id: string, { name, number, readAt }: Person = {}): LicenseRecord => {
  const record = recordWith({
    ...(name !== undefined && { name: readAs(name) }),
    ...(number !== undefined && { id_num: readAs(number) }),
  })
  return { ...record, id, readAt: readAt ?? record.readAt }
}

const entryOf = (subject: string): AuditEntry => ({
  at: '2026-11-24T02:00:00.000Z',
  who: '前台',
  act: 'record-opened',
  subject,
  count: 1,
})

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
        { kind: 'done', recordId: 'record-1' },
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
        },
      ])
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

    it('keeps a list that was given as it was', async () => {
      const stores = await people()
      const before = stores.records.find({})
      stores.records.remove('1')
      expect(before.matches).toHaveLength(3)
    })
  })

  describe(`${name}, as what was paid, the images and the audit log`, () => {
    const reading = recordOf('1').reading

    it('keeps what became of the one call of an image, until it is removed', async () => {
      const refused = { kind: 'no-license', message: 'none', code: 47001 } as const
      const stores = await part(({ paid }) => {
        paid.put('one', { kind: 'sent' })
        paid.put('two', { kind: 'sent' })
        paid.put('two', { kind: 'answered', outcome: { ok: true, value: reading } })
        paid.put('three', { kind: 'answered', outcome: { ok: false, error: refused } })
        paid.put('four', { kind: 'sent' })
        paid.remove('four')
        paid.remove('none')
      })()
      expect(stores.paid.get('one')).toEqual({ kind: 'sent' })
      expect(stores.paid.get('two')).toEqual({
        kind: 'answered',
        outcome: { ok: true, value: reading },
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

  describe(`${name}, together`, () => {
    const changeAll = ({ jobs, records, paid, images, quota, audit }: Stores): void => {
      jobs.put(jobWith('new'))
      jobs.remove('old')
      records.put(recordOf('new', { name: '新' }))
      records.remove('old')
      paid.put('new', { kind: 'sent' })
      paid.remove('old')
      images.put('new', Uint8Array.of(1))
      images.remove('old')
      quota.put('wx1', '2026-11-24', { used: 2, isClosed: false })
      audit.write(entryOf('new'))
    }
    const old = part((stores) => {
      stores.jobs.put(jobWith('old'))
      stores.records.put(recordOf('old', { name: '旧' }))
      stores.paid.put('old', { kind: 'sent' })
      stores.images.put('old', Uint8Array.of(0))
      stores.quota.put('wx1', '2026-11-24', { used: 1, isClosed: false })
      stores.audit.write(entryOf('old'))
    })
    const namesIn = ({ jobs, records, paid, images, quota, audit }: Stores): unknown => ({
      jobs: jobs.all().map(({ id }) => id),
      records: records.find({}).matches.map(({ id }) => id),
      wanted: ['新', '旧'].filter((text) => records.find({ text }).total > 0),
      paid: ['old', 'new'].filter((id) => paid.get(id) !== undefined),
      images: ['old', 'new'].filter((id) => images.get(id) !== undefined),
      used: quota.day('wx1', '2026-11-24').used,
      audit: audit.newest(9).map(({ subject }) => subject),
      verdict: audit.verify().kind,
    })
    const before = {
      jobs: ['old'],
      records: ['old'],
      wanted: ['旧'],
      paid: ['old'],
      images: ['old'],
      used: 1,
      audit: ['old'],
      verdict: 'sound',
    }
    const after = {
      jobs: ['new'],
      records: ['new'],
      wanted: ['新'],
      paid: ['new'],
      images: ['new'],
      used: 2,
      audit: ['new', 'old'],
      verdict: 'sound',
    }

    it('keeps all changes, and gives what they gave', async () => {
      const stores = await old()
      const given = stores.together(() => {
        changeAll(stores)
        return 7
      })
      expect(given).toBe(7)
      expect(namesIn(await again(stores))).toEqual(after)
    })

    it('keeps none of them when something throws, and goes on', async () => {
      const stores = await old()
      namesIn(stores)
      const act = (): never => {
        changeAll(stores)
        expect(namesIn(stores)).toEqual(after)
        throw new Error('in the middle')
      }
      expect(() => stores.together(act)).toThrow('in the middle')
      expect(namesIn(stores)).toEqual(before)
      const later = await again(stores)
      expect(namesIn(later)).toEqual(before)
      changeAll(later)
      expect(namesIn(await again(later))).toEqual(after)
    })

    it('joins what is done together within it', async () => {
      const stores = await old()
      stores.together(() => {
        stores.together(() => stores.jobs.put(jobWith('inner')))
        stores.jobs.put(jobWith('outer'))
      })
      const nested = (): never => {
        stores.together(() => changeAll(stores))
        throw new Error('after the inner')
      }
      expect(() => stores.together(nested)).toThrow('after the inner')
      const later = await again(stores)
      expect(later.jobs.all().map(({ id }) => id)).toEqual(['old', 'inner', 'outer'])
      expect(later.records.get('new')).toBeUndefined()
    })

    it('leaves it to the outer one what becomes of an inner one that threw', async () => {
      const stores = await old()
      stores.together(() => {
        const inner = (): never => {
          stores.jobs.put(jobWith('inner'))
          throw new Error('inner')
        }
        expect(() => stores.together(inner)).toThrow('inner')
        stores.jobs.put(jobWith('outer'))
      })
      expect((await again(stores)).jobs.all().map(({ id }) => id)).toEqual([
        'old',
        'inner',
        'outer',
      ])
    })

    it('takes a claim back with the rest', async () => {
      const stores = await old()
      const act = (): never => {
        expect(stores.jobs.claim()?.id).toBe('old')
        throw new Error('before it was told')
      }
      expect(() => stores.together(act)).toThrow('before it was told')
      expect((await again(stores)).jobs.claim()?.id).toBe('old')
    })
  })
}
