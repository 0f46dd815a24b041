import { describe, expect, it } from 'vitest'
import { nothingRead } from '../../../core/license/reading.ts'
import { type LicenseRecord, withDecision } from '../../../core/license/record.ts'
import type { Amendments } from '../../../core/ipc/held.ts'
import { amendMany, confirmMany, withImage } from '../../../electron/records/many.ts'
import { oneAtATime } from '../../../electron/records/turns.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { readAs, recordWith } from '../../core/license/sample.ts'
import { sourceOf } from './held-records.ts'

const context = { today: '2021-03-15' }
const unsure = (
  id: string,
  more: Partial<LicenseRecord['reading']['fields']> = {},
): LicenseRecord => ({
  ...recordWith({ name: readAs('张三', 0.5), ...more }),
  id,
})

function kept(records: readonly LicenseRecord[]) {
  const stores = createMemoryStores()
  for (const record of records) stores.records.put(record)
  const pieces: number[] = []
  return {
    ...stores,
    pieces,
    amend: (changes: Amendments): number => {
      pieces.push(new Set(changes.map(({ id }) => id)).size)
      for (const { id, field, value } of changes) {
        const record = stores.records.get(id)
        if (record !== undefined) stores.records.put(withDecision(record, field, value))
      }
      return pieces.at(-1) ?? 0
    },
  }
}

const turns = () => oneAtATime(() => undefined)

describe('many records', () => {
  it('are confirmed but for what is empty or wrong, some at a time, and taken back', async () => {
    const records = [
      ...Array.from({ length: 60 }, (_, at) => unsure(`r${at}`)),
      unsure('empty', { official_seal: nothingRead }),
      unsure('wrong', { name: readAs('张三'), id_num: readAs('441900199012210518') }),
      { ...recordWith(), id: 'sound' },
    ]
    const { amend, pieces, records: store } = kept(records)
    const ids = [...records.map(({ id }) => id), 'gone']
    const done = await confirmMany(ids, { records: store, context, amend }, turns().next())
    expect(done).toMatchObject({ confirmed: 61, left: 2, skipped: 0 })
    expect(done.changes).toHaveLength(61)
    expect(pieces).toEqual([25, 25, 11])
    expect(store.get('empty')?.decisions).toEqual({ name: { kind: 'confirmed', value: '张三' } })
    expect(store.get('wrong')?.decisions).toEqual({})
    const back = done.changes.map((change) => ({ ...change, value: null }))
    expect(await amendMany(back, amend, turns().next())).toBe(61)
    expect(store.get('r7')?.decisions).toEqual({})
  })

  it('are left where somebody stops it, and what was counted is done', async () => {
    const records = Array.from({ length: 60 }, (_, at) => unsure(`r${at}`))
    const { amend, records: store } = kept(records)
    const acts = turns()
    let looked = 0
    const get = (id: string): LicenseRecord | undefined => {
      looked += 1
      if (looked === 30) acts.stop()
      return store.get(id)
    }
    const ids = records.map(({ id }) => id)
    const done = await confirmMany(ids, { records: { get }, context, amend }, acts.next())
    expect(done).toMatchObject({ confirmed: 30, skipped: 30 })
    expect(ids.filter((id) => store.get(id)?.decisions.name !== undefined)).toEqual(
      ids.slice(0, 30),
    )
  })

  it('are read again where their image is there, each image looked for once', async () => {
    const records = [
      { ...recordWith(), id: 'a', source: sourceOf('one') },
      { ...recordWith(), id: 'b', source: sourceOf('one') },
      { ...recordWith(), id: 'c', source: sourceOf('two') },
    ]
    const { records: store } = kept(records)
    const asked: string[] = []
    const isThere = async ({ source }: LicenseRecord): Promise<boolean> => {
      asked.push(source.name)
      return source.name === 'one.jpg'
    }
    const found = await withImage(['a', 'b', 'c', 'd'], { records: store, isThere }, turns().next())
    expect(found).toEqual({ there: ['a', 'b'], gone: 2, skipped: 0 })
    expect(asked).toEqual(['one.jpg', 'two.jpg'])
  })
})
