import { describe, expect, it } from 'vitest'
import { sharesOfAll } from '../../../core/figures/shares.ts'
import { findFigures } from '../../../electron/records/figures.ts'
import { findRenewals } from '../../../electron/records/renewals.ts'
import { walkRecords } from '../../../electron/records/walk.ts'
import { readAs } from '../../core/license/sample.ts'
import { held, heldRecord, now } from './held-records.ts'

const never = new AbortController().signal

const validTo = (record: ReturnType<typeof heldRecord>, date: string) => ({
  ...record,
  reading: {
    ...record.reading,
    fields: { ...record.reading.fields, valid_to: readAs(date) },
  },
})

describe('renewals', () => {
  const renewals = async (kept: ReturnType<typeof held>) =>
    await findRenewals({ stores: kept.stores, now: now(), within: 90, signal: never })

  it('are of the license that was read last, as a person corrected it', async () => {
    const again = validTo(heldRecord('again', 'b', 1), '2031-07-01')
    const corrected = {
      ...heldRecord('corrected', 'c', 1, '330106199207152847'),
      decisions: { valid_to: { kind: 'corrected', value: '2021-07-15' } } as const,
    }
    const found = await renewals(
      held([validTo(heldRecord('first', 'a', 30), '2021-07-01'), again, corrected]),
    )
    expect(found).toMatchObject({ looked: 3, renewals: [{ id: 'corrected', days: 30 }] })
  })

  it('leave out what was merged into another record', async () => {
    const kept = held([
      validTo(heldRecord('part', 'a', 30, '330106199207152847'), '2021-07-01'),
      heldRecord('head', 'b', 1),
    ])
    kept.stores.merged.put(new Map([['part', 'head']]))
    expect(await renewals(kept)).toMatchObject({ renewals: [] })
  })
})

describe('figures', () => {
  const records = ['a', 'b', 'c'].map((id) => ({
    ...heldRecord(id, id, 40),
    decisions: { name: { kind: 'corrected', value: '王五' } } as const,
  }))
  const figures = async ({ stores }: ReturnType<typeof held>) =>
    await findFigures({ stores, signal: never })

  it('stay the same when records are deleted or go by themselves, as counts alone', async () => {
    const kept = held(records)
    const before = await figures(kept)
    expect(sharesOfAll(before?.rows ?? [])).toMatchObject({ total: 33, corrected: 3 })
    await kept.deletion(['a'], { act: 'records-removed' })
    await kept.purge.carryOut(now().toISOString())
    expect(kept.ids()).toEqual([])
    expect(await figures(kept)).toEqual({ rows: before?.rows, ofDeleted: 3 })
    expect(JSON.stringify(kept.stores.figures.all())).not.toMatch(/张三|王五|44190|cards/)
  })
})

describe('a look through all records', () => {
  it('ends at once when it is given up', async () => {
    const { stores } = held(['a', 'b'].map((id) => heldRecord(id, id)))
    const stop = new AbortController()
    const seen: string[] = []
    const looked = await walkRecords({ records: stores.records, signal: stop.signal }, ({ id }) => {
      seen.push(id)
      stop.abort()
    })
    expect([looked, seen]).toEqual([undefined, ['b']])
  })
})
