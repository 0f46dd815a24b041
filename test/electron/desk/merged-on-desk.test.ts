import { expect, it } from 'vitest'
import { fail } from '../../../core/result.ts'
import type { Recognizer } from '../../../electron/recognizers/recognizer.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { doneJob, heldRecord } from '../records/held-records.ts'
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
