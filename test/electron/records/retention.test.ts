import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Job } from '../../../core/jobs/job.ts'
import { imageOf } from '../../../core/license/record.ts'
import { createRetention, daily } from '../../../electron/records/retention.ts'
import { doneJob, held, heldRecord, now, waitingJob } from './held-records.ts'

const ages = [400, 91, 90, 89, 31, 0]

const kept = () => {
  const parts = held(ages.map((days) => heldRecord(`${days} days`, `image ${days}`, days)))
  const retention = createRetention(parts.purge, now)
  return { ...parts, retention }
}
const daysAgo = (days: number): string =>
  new Date(now().getTime() - days * 86_400_000).toISOString()

describe('keeping records for a time', () => {
  it('shows what would go, and takes nothing by that', () => {
    const { retention, ids } = kept()
    expect(retention.preview(30)).toEqual({ count: 5, oldest: daysAgo(400), newest: daysAgo(31) })
    expect(retention.preview(90)).toEqual({ count: 2, oldest: daysAgo(400), newest: daysAgo(91) })
    expect(retention.preview(0)).toEqual({ count: 0, oldest: '', newest: '' })
    expect(ids()).toHaveLength(ages.length)
  })

  it('takes what is older and nothing else, wipes behind it, and writes down how many', async () => {
    const { retention, ids, scrubbed, noted } = kept()
    expect(await retention.purge(90)).toMatchObject({ count: 2 })
    expect(scrubbed).toEqual([ids()])
    expect(ids()).toEqual(['0 days', '31 days', '89 days', '90 days'])
    expect(noted()).toEqual(['records-purged  2'])
    expect(await retention.purge(90)).toMatchObject({ count: 0 })
    expect(noted()).toHaveLength(1)
  })

  it('takes the job of an old record, and leaves what waits of the same image, with the call that is out', async () => {
    const old = heldRecord('old', 'a', 91)
    const young = heldRecord('young', 'a', 1)
    const other = heldRecord('other', 'b', 91)
    const again: Job = {
      ...waitingJob('job again', 'a'),
      state: { kind: 'running', recordIds: ['young'] },
    }
    const { purge, stores, ids } = held(
      [old, young, other],
      [doneJob('job old', old), waitingJob('job new', 'a'), again, doneJob('job other', other)],
    )
    for (const { source } of [old, other]) stores.paid.put(imageOf(source), { kind: 'sent' })
    const retention = createRetention(purge, now)
    expect(retention.preview(90)).toMatchObject({ count: 2 })
    await retention.purge(90)
    expect(ids()).toEqual(['young'])
    expect(stores.jobs.all().map(({ id }) => id)).toEqual(['job new', 'job again'])
    expect(stores.paid.get(imageOf(old.source))).toEqual({ kind: 'sent' })
    expect(stores.paid.get(imageOf(other.source))).toBeUndefined()
  })

  it('leaves what was paid for an image as long as a younger record has it', async () => {
    const { purge, stores } = held([heldRecord('old', 'a', 91), heldRecord('young', 'a', 60)])
    const image = imageOf(heldRecord('', 'a').source)
    stores.paid.put(image, { kind: 'sent' })
    const retention = createRetention(purge, now)
    expect(await retention.purge(90)).toMatchObject({ count: 1 })
    expect(stores.paid.get(image)).toEqual({ kind: 'sent' })
    expect(await retention.purge(30)).toMatchObject({ count: 1 })
    expect(stores.paid.get(image)).toBeUndefined()
  })

  it('leaves an old record that is being read once more, and does not show it as going', async () => {
    const again: Job = {
      ...waitingJob('job', 'a'),
      state: { kind: 'queued', recordIds: ['old'] },
    }
    const { purge, stores, ids, noted } = held([heldRecord('old', 'a', 91)], [again])
    const retention = createRetention(purge, now)
    expect(retention.preview(90)).toEqual({ count: 0, oldest: '', newest: '' })
    expect(await retention.purge(90)).toMatchObject({ count: 0 })
    expect([ids(), stores.jobs.all(), noted()]).toEqual([['old'], [again], []])
  })

  it('takes what is old from a picture of several, and leaves the rest of it with its call', async () => {
    const old = heldRecord('old', 'a', 91)
    const young = heldRecord('young', 'a', 1)
    const several: Job = {
      ...waitingJob('job', 'a'),
      state: { kind: 'done', recordIds: ['old', 'young'] },
    }
    const { purge, stores, ids } = held([old, young], [several])
    stores.paid.put(imageOf(old.source), { kind: 'sent' })
    await createRetention(purge, now).purge(90)
    expect(ids()).toEqual(['young'])
    expect(stores.jobs.all().map(({ state }) => state)).toEqual([
      { kind: 'done', recordIds: ['young'] },
    ])
    expect(stores.paid.get(imageOf(old.source))).toEqual({ kind: 'sent' })
  })

  it('takes nothing where records are kept until somebody deletes them', async () => {
    const { retention, ids } = kept()
    await retention.purge(0)
    expect(ids()).toHaveLength(ages.length)
  })
})

describe('what is done daily', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is done at once and then every day, until it is stopped', async () => {
    let rounds = 0
    const stop = daily([async () => void (rounds += 1)], () => {})
    expect(rounds).toBe(1)
    await vi.advanceTimersByTimeAsync(2 * 86_400_000)
    expect(rounds).toBe(3)
    await stop()
    await vi.advanceTimersByTimeAsync(2 * 86_400_000)
    expect(rounds).toBe(3)
  })

  it('tells of a fault, goes on with the next step, and tries again the next day', async () => {
    const faults: unknown[] = []
    let rounds = 0
    const stop = daily(
      [() => Promise.reject(new Error('disk full')), async () => void (rounds += 1)],
      (error) => faults.push(error),
    )
    await vi.advanceTimersByTimeAsync(86_400_000)
    await stop()
    expect([faults.length, rounds]).toEqual([2, 2])
  })
})
