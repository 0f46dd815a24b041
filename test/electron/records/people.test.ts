import { describe, expect, it } from 'vitest'
import { type Job, recordIdsOf } from '../../../core/jobs/job.ts'
import type { Failure } from '../../../core/license/failure.ts'
import { imageOf } from '../../../core/license/record.ts'
import { createPeople } from '../../../electron/records/people.ts'
import { StoreProblem } from '../../../electron/store/store-problem.ts'
import { doneJob, held, heldRecord, sourceOf, waitingJob } from './held-records.ts'

const other = '330106199207152847'
const first = heldRecord('first', 'a', 40)
const second = heldRecord('second', 'b', 2)
const stranger = heldRecord('stranger', 'c', 1, other)
const unread = heldRecord('unread', 'd', 1, '')
const secondUnread = heldRecord('second-unread', 'e', 1, '')
const all = [first, second, stranger, unread, secondUnread]

const people = () => {
  const kept = held(all, [
    doneJob('job-second', second),
    doneJob('job-stranger', stranger),
    waitingJob('job-again', 'a'),
    waitingJob('job-new', 'f'),
  ])
  return { ...kept, people: createPeople(kept) }
}

describe('what is held about a person', () => {
  it('is every record with the same number, images dropped again, and lines about them', () => {
    const { people: each, note } = people()
    note('record-opened', { subject: 'first' })
    note('record-opened', { subject: 'stranger' })
    note('records-exported', { count: 3 })
    expect(each.held('second')).toEqual({
      records: 2,
      images: 1,
      unread: 1,
      arriving: 0,
      entries: 1,
      isListed: false,
    })
    const file = each.file('second')
    expect(file?.records.map(({ id }) => id)).toEqual(['second', 'first'])
    expect(file?.entries.map(({ subject }) => subject)).toEqual(['first'])
  })

  it('is one record alone where no number was read', () => {
    expect(people().people.held('unread')).toMatchObject({ records: 1 })
  })

  it('is nothing where the record is gone', () => {
    const { people: each } = people()
    expect([each.held('gone'), each.file('gone')]).toEqual([undefined, undefined])
  })
})

describe('the record before one', () => {
  it('is the last that was read before it, with the same number', () => {
    const third = heldRecord('third', 'g', 60)
    const { people: each } = { people: createPeople(held([...all, third])) }
    expect(each.before('second')?.id).toBe('first')
    expect(each.before('first')?.id).toBe('third')
    expect(['third', 'stranger', 'unread', 'gone'].map((id) => each.before(id))).toEqual(
      Array.from({ length: 4 }, () => undefined),
    )
  })
})

describe('deleting one record', () => {
  it('leaves what was paid for its image as long as another has it', async () => {
    const { deletion, stores } = held([heldRecord('one', 'a'), heldRecord('twin', 'a')])
    const image = imageOf(sourceOf('a'))
    stores.paid.put(image, { kind: 'sent' })
    await deletion(['one'], { act: 'records-removed' })
    expect(stores.paid.get(image)).toEqual({ kind: 'sent' })
    await deletion(['twin'], { act: 'records-removed' })
    expect(stores.paid.get(image)).toBeUndefined()
  })
})

describe('an answer that was paid for and tells of one person', () => {
  const paidFor = (image: string) => {
    const kept = held([heldRecord('one', image), heldRecord('beside', image, 0, other)])
    const reading = kept.stores.records.get('one')?.reading ?? first.reading
    const answer = { kind: 'answered', outcome: { ok: true, value: [reading] } } as const
    kept.stores.paid.put(imageOf(sourceOf(image)), answer)
    return { ...kept, left: () => kept.stores.paid.get(imageOf(sourceOf(image)))?.kind }
  }

  it('goes with that person, though others are on the picture', async () => {
    const { deletion, left } = paidFor('p')
    await deletion(['one'], { act: 'person-forgotten' })
    expect(left()).toBeUndefined()
  })

  it('stays where others on the picture go', async () => {
    const { deletion, left } = paidFor('p')
    await deletion(['beside'], { act: 'person-forgotten' })
    expect(left()).toBe('answered')
  })
})

describe('forgetting a person', () => {
  it('takes every record, what waits, what was paid for, and wipes what lay behind', async () => {
    const { people: each, stores, ids, scrubbed } = people()
    for (const image of ['a', 'c']) stores.paid.put(imageOf(sourceOf(image)), { kind: 'sent' })
    expect(await each.forget('first')).toEqual({
      records: 2,
      images: 1,
      unread: 1,
      arriving: 0,
      backups: 7,
      list: 'none',
    })
    const left = ['second-unread', 'unread', 'stranger']
    expect(ids().toSorted()).toEqual(left.toSorted())
    expect(stores.jobs.all().map(({ id }) => id)).toEqual(['job-stranger', 'job-new'])
    expect(stores.paid.get(imageOf(sourceOf('a')))).toBeUndefined()
    expect(stores.paid.get(imageOf(sourceOf('c')))).toEqual({ kind: 'sent' })
    expect(scrubbed.map((kept) => kept.toSorted())).toEqual([left.toSorted()])
  })

  it('is in the log though the disk fills up while it is wiped, and the next try wipes the rest (fault 11)', async () => {
    const { people: each, ids, noted, faults, scrubbed } = people()
    faults.push(new StoreProblem('disk-full', 'no room'))
    await expect(each.forget('first')).rejects.toThrow(StoreProblem)
    expect(ids()).not.toContain('first')
    expect(noted()).toEqual(['person-forgotten first 2'])
    expect(await each.forget('first')).toMatchObject({ records: 0, images: 0, backups: 7 })
    expect(scrubbed).toHaveLength(1)
    expect(noted()).toHaveLength(1)
  })

  it('takes only their license from a picture of several people, and a second page of theirs', async () => {
    const shared = { kind: 'done', recordIds: ['second', 'stranger'] } as const
    const again = { kind: 'queued', recordIds: ['stranger'] } as const
    const failure = (number: string): Failure => ({
      kind: 'second-page',
      message: '',
      secondPage: {
        number: { value: number, confidence: 0.9 },
        fileNumber: { value: '440012345678', confidence: 0.9 },
        record: { value: '', confidence: null },
      },
    })
    const secondPage = (id: string, number: string): Job => ({
      ...waitingJob(id, id),
      state: { kind: 'failed', failure: failure(number) },
    })
    const kept = held(all, [
      { ...waitingJob('job-shared', 'b'), state: shared },
      { ...waitingJob('job-shared-again', 'b'), state: again },
      secondPage('job-second-page', first.reading.fields.id_num.value),
      secondPage('job-other-page', other),
    ])
    const each = createPeople(kept)
    expect(each.held('first')).toMatchObject({ records: 2, images: 1 })
    expect(await each.forget('first')).toMatchObject({ records: 2, images: 1 })
    expect(kept.ids()).toContain('stranger')
    expect(kept.stores.jobs.all().map(({ id, state }) => [id, recordIdsOf(state)])).toEqual([
      ['job-shared', ['stranger']],
      ['job-shared-again', ['stranger']],
      ['job-other-page', []],
    ])
  })

  it('tells of what may be of this person too: images that are not read, documents that are not all here', async () => {
    const secondPage = {
      number: { value: other, confidence: 0.9 },
      fileNumber: { value: '', confidence: null },
      record: { value: '', confidence: null },
    }
    const failed = (id: string, failure: Failure): Job => ({
      ...waitingJob(id, id),
      state: { kind: 'failed', failure },
    })
    const kept = held(all, [
      doneJob('job-second', second),
      waitingJob('job-again', 'a'),
      waitingJob('job-new', 'f'),
      failed('job-blurred', { kind: 'no-license', message: '' }),
      failed('job-page-of-another', { kind: 'second-page', message: '', secondPage }),
    ])
    kept.stores.arrivals.put({ id: 'kept', name: '聊天里的.pdf', listed: 1 })
    const each = createPeople(kept)
    expect(each.held('first')).toMatchObject({ images: 1, unread: 2, arriving: 1 })
    expect(await each.forget('first')).toMatchObject({ images: 1, unread: 2, arriving: 1 })
  })

  it('takes nothing when it cannot be written down', async () => {
    const { people: each, ids, stores } = people()
    stores.audit.write = () => {
      throw new StoreProblem('disk-full', 'no room')
    }
    await expect(each.forget('first')).rejects.toThrow(StoreProblem)
    expect(ids()).toHaveLength(all.length)
    expect(stores.jobs.all()).toHaveLength(4)
  })
})

describe('a person on the do-not-rent list', () => {
  const listed = () => {
    const kept = people()
    const addedAt = '2021-05-01T08:00:00.000Z'
    kept.stores.doNotRent.put('441900199012210519', { note: '没有赔', addedAt })
    kept.stores.doNotRent.put(other, { note: 'another', addedAt })
    const notes = () => kept.stores.doNotRent.all().map(({ note }) => note)
    return { ...kept, notes }
  }

  it('is told that, and is given what stands there', () => {
    const { people: each } = listed()
    expect(each.held('first')).toMatchObject({ isListed: true })
    expect(each.held('unread')).toMatchObject({ isListed: false })
    expect(each.file('first')?.doNotRent).toMatchObject({ note: '没有赔' })
  })

  it('stays on it when the records are deleted, unless that is wanted too', async () => {
    const { people: each, notes, noted } = listed()
    expect(await each.forget('first', false)).toMatchObject({ records: 2, list: 'kept' })
    expect(notes()).toEqual(['another', '没有赔'])
    expect(noted()).toEqual(['person-forgotten first 2'])
  })

  it('is taken off in one with the records', async () => {
    const { people: each, notes, noted } = listed()
    expect(await each.forget('first', true)).toMatchObject({ records: 2, list: 'removed' })
    expect(notes()).toEqual(['another'])
    expect(noted()).toEqual(['do-not-rent-removed first 1', 'person-forgotten first 2'])
  })

  it('stays on it, and the records too, when it cannot be written down', async () => {
    const { people: each, notes, stores, ids } = listed()
    stores.audit.write = () => {
      throw new StoreProblem('disk-full', 'no room')
    }
    await expect(each.forget('first', true)).rejects.toThrow(StoreProblem)
    expect([notes().length, ids().length]).toEqual([2, all.length])
  })
})
