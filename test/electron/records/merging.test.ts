import { describe, expect, it } from 'vitest'
import { createMerging } from '../../../electron/records/merging.ts'
import { createPeople } from '../../../electron/records/people.ts'
import { seenBefore } from '../../../electron/records/returning.ts'
import { namedBy, takeOffNamed } from '../../../electron/jobs/take-off.ts'
import { readAs } from '../../core/license/sample.ts'
import { doneJob, held, heldRecord } from './held-records.ts'

const other = '330106199207152847'
const oldest = heldRecord('oldest', 'a', 40)
const older = heldRecord('older', 'b', 20)
const newest = heldRecord('newest', 'c', 1)
const namesake = heldRecord('namesake', 'd', 3, '441900199012210527')
const stranger = (() => {
  const record = heldRecord('stranger', 'e', 2, other)
  const fields = { ...record.reading.fields, name: readAs('李四') }
  return { ...record, reading: { ...record.reading, fields } }
})()

function desk() {
  const kept = held(
    [oldest, older, newest, namesake, stranger],
    [doneJob('job-older', older), doneJob('job-newest', newest)],
  )
  const { stores, note } = kept
  const putAway = (ids: readonly string[], alongside: () => void): void =>
    stores.together(() => {
      takeOffNamed(namedBy(ids, stores.jobs.all()), stores)
      alongside()
    })
  return { ...kept, merging: createMerging({ stores, note, putAway }), people: createPeople(kept) }
}

describe('merging', () => {
  it('lets the record that was read last stand, keeps the others whole, and writes it down', () => {
    const { merging, stores, ids, noted } = desk()
    expect(merging.merge(['oldest', 'newest'])).toBe('newest')
    expect(ids().toSorted()).toEqual(['namesake', 'newest', 'older', 'stranger'])
    expect(stores.records.get('oldest')).toEqual(oldest)
    expect(stores.records.get('newest')).toEqual(newest)
    expect(noted()).toEqual(['records-merged newest 2'])
  })

  it('takes lines of what was merged off the list, so that one line is exported', () => {
    const { merging, stores } = desk()
    merging.merge(['older', 'newest'])
    expect(stores.jobs.all().map(({ id }) => id)).toEqual(['job-newest'])
  })

  it('takes apart what was merged, and writes that down too', () => {
    const { merging, ids, noted } = desk()
    merging.merge(['oldest', 'older', 'newest'])
    merging.part('oldest')
    merging.part('stranger')
    expect(ids()).toContain('oldest')
    expect(ids()).not.toContain('older')
    expect(noted()).toEqual(['records-merged newest 3', 'records-parted newest 1'])
  })

  it('brings along what was merged before', () => {
    const { merging, stores } = desk()
    merging.merge(['oldest', 'older'])
    expect(merging.merge(['older', 'newest'])).toBe('newest')
    expect([...stores.merged.all().values()]).toEqual(['newest', 'newest'])
  })

  it('merges a namesake of the same day of birth, and nobody else', () => {
    const { merging, stores } = desk()
    expect(merging.merge(['newest', 'stranger'])).toBeUndefined()
    expect(merging.merge(['newest', 'gone'])).toBeUndefined()
    expect(merging.merge(['newest', 'newest'])).toBeUndefined()
    expect(stores.merged.all().size).toBe(0)
    expect(merging.merge(['newest', 'namesake'])).toBe('newest')
  })
})

describe('a customer who comes again', () => {
  const told = (kept: ReturnType<typeof desk>, id: string) => {
    const seen = seenBefore(id, kept.stores)
    const idsOf = (records: readonly { id: string }[] = []) => records.map((one) => one.id)
    return [idsOf(seen?.same), idsOf(seen?.alike), idsOf(seen?.parts)]
  }

  it('is known by the number, the newest first, and by name and birth only as perhaps the same', () => {
    expect(told(desk(), 'newest')).toEqual([['older', 'oldest'], ['namesake'], []])
    expect(told(desk(), 'stranger')).toEqual([[], [], []])
    expect(seenBefore('gone', desk().stores)).toBeUndefined()
  })

  it('is told once where records were merged', () => {
    const kept = desk()
    kept.merging.merge(['oldest', 'newest', 'namesake'])
    expect(told(kept, 'newest')).toEqual([['older'], [], ['namesake', 'oldest']])
    expect(told(kept, 'older')).toEqual([['newest'], [], []])
  })
})

describe('what is done to a record that stands for others', () => {
  it('deletes them with it', async () => {
    const kept = desk()
    kept.merging.merge(['oldest', 'newest'])
    expect(await kept.deletion(['newest'], { act: 'records-removed' })).toMatchObject({
      records: 2,
    })
    expect(kept.stores.records.has('oldest')).toBe(false)
  })

  it('is done to all about the person, also under the other number', async () => {
    const kept = desk()
    kept.merging.merge(['newest', 'namesake'])
    expect(kept.people.held('newest')).toMatchObject({ records: 4 })
    await kept.people.forget('older')
    expect(kept.ids()).toEqual(['stranger'])
    expect(kept.stores.records.has('namesake')).toBe(false)
  })
})
