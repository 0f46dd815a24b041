import { describe, expect, it } from 'vitest'
import type { Stores } from '../../electron/store/stores.ts'
import { entryOf, jobWith, recordOf } from './kept-samples.ts'

export interface StoresCase {
  /** Stores that keep nothing yet. */
  readonly open: () => Stores | Promise<Stores>
  /** The same stores, as they are found by whoever looks later. */
  readonly again: (stores: Stores) => Stores | Promise<Stores>
}

/** What `together` promises of all that a desk keeps. */
export function togetherContract(name: string, { open, again }: StoresCase): void {
  const part = (act: (stores: Stores) => void) => async (): Promise<Stores> => {
    const stores = await open()
    act(stores)
    return again(stores)
  }

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
