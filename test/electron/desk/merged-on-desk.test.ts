import { expect, it } from 'vitest'
import { keptPath, type LicenseRecord } from '../../../core/license/record.ts'
import { fail } from '../../../core/result.ts'
import type { Recognizer } from '../../../electron/recognizers/recognizer.ts'
import { createDeletion } from '../../../electron/records/deletion.ts'
import { createMerging } from '../../../electron/records/merging.ts'
import { createNote } from '../../../electron/records/note.ts'
import { createPurge } from '../../../electron/records/purge.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { doneJob, heldRecord, now, sourceOf } from '../records/held-records.ts'
import { deskWith } from './desk-parts.ts'

const nobody: Recognizer = {
  id: 'offline',
  isPaid: false,
  recognize: async () => fail({ kind: 'cancelled', message: 'nothing is read here' }),
}

it('takes what a record stands for with it, and leaves the counts of both', () => {
  const stores = createMemoryStores()
  const [head, part, other] = [
    heldRecord('head', 'a'),
    heldRecord('part', 'b', 3),
    heldRecord('other', 'c', 5),
  ]
  for (const record of [head, part, other]) stores.records.put(record)
  stores.jobs.put(doneJob('job', head))
  stores.merged.put(new Map([['part', 'head']]))
  deskWith(nobody, stores).remove(['head'])
  expect(['head', 'part', 'other'].map((id) => stores.records.has(id))).toEqual([
    false,
    false,
    true,
  ])
  expect(stores.figures.all().reduce((all, { licenses }) => all + licenses, 0)).toBe(2)
  expect(stores.audit.newest(9).map(({ act, subject }) => [act, subject])).toEqual([
    ['records-removed', 'head'],
    ['records-removed', 'part'],
  ])
})

it('keeps the images without a file of what was merged, until its records are deleted', async () => {
  const stores = createMemoryStores()
  const note = createNote(stores.audit, 'desk', now)
  const desk = deskWith(nobody, stores)
  const pasted = (id: string, daysAgo: number): LicenseRecord => ({
    ...heldRecord(id, id, daysAgo),
    source: { ...sourceOf(id), path: keptPath(id) },
  })
  const [head, part, alone] = [pasted('head', 0), pasted('part', 1), pasted('alone', 2)]
  const second = { ...sourceOf('second'), path: keptPath('second') }
  for (const record of [head, { ...part, joined: { source: second } }, alone]) {
    stores.records.put(record)
    stores.jobs.put(doneJob(`job of ${record.id}`, record))
  }
  for (const id of ['head', 'part', 'second', 'alone']) stores.images.put(id, Uint8Array.of(1))
  const there = (): string[] =>
    ['head', 'part', 'second', 'alone'].filter((id) => stores.images.get(id) !== undefined)

  const merging = createMerging({ stores, note, putAway: (...asked) => desk.putAway(...asked) })
  expect(merging.merge(['head', 'part'])).toBe('head')
  expect(desk.snapshot().jobs.map(({ id }) => id)).toEqual(['job of head', 'job of alone'])
  desk.putAway(['head', 'alone'])
  expect(there()).toEqual(['head', 'part', 'second'])
  merging.part('part')
  expect(there()).toEqual(['head', 'part', 'second'])

  const deletion = createDeletion({
    stores,
    note,
    remove: (...asked) => desk.drop(...asked),
    scrub: async () => 0,
  })
  await deletion(['part'], { act: 'records-removed' })
  expect(there()).toEqual(['head'])
  const purge = createPurge({
    stores,
    note,
    putAway: (...asked) => desk.putAway(...asked),
    scrub: async () => 0,
  })
  await purge.carryOut(now().toISOString().replace('T', 'U'))
  expect(there()).toEqual([])
})
