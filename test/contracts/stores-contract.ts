import { describe, expect, it } from 'vitest'
import type { Job, JobState } from '../../core/jobs/job.ts'
import type { RecordQuery } from '../../core/records/query.ts'
import type { Stores } from '../../electron/store/stores.ts'
import { entryOf, failed, jobWith, recordOf } from './kept-samples.ts'
import { quotaLedgerContract } from './quota-ledger-contract.ts'
import { recordsContract } from './records-contract.ts'
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

  recordsContract(name, { open, again })

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

    it('keeps an image once by several ids, until the last of them is removed', async () => {
      const stores = await part(({ images }) => {
        images.put('a', Uint8Array.of(1, 2))
        images.share('b', 'a')
        images.share('c', 'b')
        images.share('d', 'none')
        images.remove('a')
      })()
      const { images } = stores
      const kept = () => ['a', 'b', 'c', 'd'].map((id) => images.get(id)?.length)
      expect(kept()).toEqual([undefined, 2, 2, undefined])
      expect(images.contentOf('b')).toBe(images.contentOf('c'))
      expect(images.contentOf('a')).toBeUndefined()
      images.share('a', 'c')
      images.remove('b')
      images.remove('c')
      expect(kept()).toEqual([2, undefined, undefined, undefined])
      images.remove('a')
      images.share('b', 'a')
      expect(kept()).toEqual([undefined, undefined, undefined, undefined])
    })

    it('keeps what arrived, in its order, until it is on the list', async () => {
      expect((await open()).arrivals.all()).toEqual([])
      const stores = await part(({ arrivals }) => {
        for (const id of ['a', 'b', 'c']) arrivals.put({ id, name: '粘贴', listed: 0 })
        arrivals.put({ id: 'a', name: '粘贴', listed: 2 })
        arrivals.remove('b')
        arrivals.remove('none')
      })()
      expect(stores.arrivals.all()).toEqual([
        { id: 'a', name: '粘贴', listed: 2 },
        { id: 'c', name: '粘贴', listed: 0 },
      ])
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
