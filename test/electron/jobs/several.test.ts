import { beforeEach, describe, expect, it } from 'vitest'
import { type Job, recordIdsOf } from '../../../core/jobs/job.ts'
import { imageOf, type LicenseRecord } from '../../../core/license/record.ts'
import { fail, ok } from '../../../core/result.ts'
import { Queue } from '../../../electron/jobs/queue.ts'
import { StoreProblem } from '../../../electron/store/store-problem.ts'
import { HeldRecognizer, readingsOf } from '../../fakes/fake-recognizer.ts'
import { queueParts, sources } from './queue-parts.ts'

let recognizer: ReturnType<typeof queueParts>['recognizer']
let told: ReturnType<typeof queueParts>['told']
let parts: ReturnType<typeof queueParts>['parts']
let states: ReturnType<typeof queueParts>['states']
let records: ReturnType<typeof queueParts>['records']
let idOf: ReturnType<typeof queueParts>['idOf']

beforeEach(() => {
  ;({ recognizer, told, parts, states, records, idOf } = queueParts())
})

const only = (): Job => {
  const [job] = parts.stores.jobs.all()
  if (job === undefined) throw new Error('there is no job')
  return job
}
const numbers = (): string[] => records().map(({ reading }) => reading.fields.id_num.value)
const decided = { kind: 'corrected', value: '余明远' } as const

function decide(at: number): void {
  const record = records()[at]
  if (record !== undefined) parts.stores.records.put({ ...record, decisions: { name: decided } })
}

describe('a picture of several licenses', () => {
  it('gives a record of each, in reading order, all told before the job is done', async () => {
    new Queue(parts).add(sources('a'))
    await recognizer.answer(ok(readingsOf('1', '2', '3')))
    expect(numbers()).toEqual(['1', '2', '3'])
    expect(only().state).toEqual({ kind: 'done', recordIds: records().map(({ id }) => id) })
    expect(told.slice(2)).toEqual(['a record', 'a record', 'a record', 'a done'])
  })

  it('notes each license that was read', async () => {
    const noted: unknown[] = []
    new Queue({ ...parts, note: (...asked) => noted.push(asked) }).add(sources('a'))
    await recognizer.answer(ok(readingsOf('1', '2')))
    expect(noted.slice(1)).toEqual(records().map(({ id }) => ['license-read', { subject: id }]))
  })

  it('is kept whole or not at all: killed between two records it is read anew', async () => {
    const { stores } = parts
    let room = 1
    const filling = {
      ...stores,
      records: {
        ...stores.records,
        put(record: LicenseRecord) {
          if (room === 0) throw new StoreProblem('disk-full', 'full')
          room -= 1
          stores.records.put(record)
        },
      },
    }
    const queue = new Queue({ ...parts, stores: filling })
    queue.add(sources('a'))
    await recognizer.answer(ok(readingsOf('1', '2')))
    expect([states(), stores.records.find({}).total]).toEqual([['a running'], 0])
    const next = new HeldRecognizer()
    new Queue({ ...parts, recognizer: () => next }).takeUp()
    await next.answer(ok(readingsOf('1', '2')))
    expect(numbers()).toEqual(['1', '2'])
  })
})

describe('a picture of several that is read once more', () => {
  const missed = { recognizer: 'held', failure: { kind: 'engine-timed-out', message: '' } } as const
  let queue: Queue
  let before: readonly LicenseRecord[]

  beforeEach(async () => {
    queue = new Queue(parts)
    queue.add(sources('a'))
    const [first, ...others] = readingsOf('1', '2', '3')
    await recognizer.answer(ok([{ ...first, missed }, ...others]))
    decide(1)
    before = records()
  })

  it('keeps every record and what was decided, card by card', async () => {
    queue.retry([idOf('a')])
    expect(only().state).toEqual({ kind: 'running', recordIds: before.map(({ id }) => id) })
    await recognizer.answer(ok(readingsOf('2', '1', '3')))
    expect(numbers()).toEqual(['2', '1', '3'])
    const [first, second, third] = before
    expect(records().map(({ id }) => id)).toEqual([second?.id, first?.id, third?.id])
    expect(records().map(({ decisions }) => decisions)).toEqual([{ name: decided }, {}, {}])
  })

  it('loses none where fewer cards are found, and adds those that are more', async () => {
    queue.retry([idOf('a')])
    await recognizer.answer(ok(readingsOf('1')))
    expect(numbers()).toEqual(['1', '2', '3'])
    expect(records()[1]).toEqual(before[1])
    decide(0)
    parts.stores.records.put({ ...before[0], ...withMissed() })
    queue.retry([idOf('a')])
    await recognizer.answer(ok(readingsOf('1', '2', '3', '4')))
    expect(numbers()).toEqual(['1', '2', '3', '4'])
    expect(
      records()
        .map(({ id }) => id)
        .slice(0, 3),
    ).toEqual(before.map(({ id }) => id))
  })

  const withMissed = (): LicenseRecord => {
    const [first] = records()
    if (first === undefined) throw new Error('there is no record')
    return { ...first, reading: { ...first.reading, missed } }
  }

  it('stands as it was when that fails, and every record says why', async () => {
    queue.retry([idOf('a')])
    const failure = { kind: 'damaged', message: 'cut off' } as const
    await recognizer.answer(fail(failure))
    expect(recordIdsOf(only().state)).toEqual(before.map(({ id }) => id))
    expect(records().map(({ reading }) => reading.missed)).toEqual(
      before.map(() => ({ recognizer: 'held', failure })),
    )
  })

  it('stands as it was when it is put back, and when it is cancelled', async () => {
    queue.retry([idOf('a')])
    await queue.drain()
    expect(only().state).toEqual({ kind: 'queued', recordIds: before.map(({ id }) => id) })
    const next = new Queue(parts)
    next.takeUp()
    next.cancel()
    expect(only().state).toEqual({ kind: 'done', recordIds: before.map(({ id }) => id) })
    expect(records()).toEqual(before)
  })

  it('makes a new record in place of one that does not open any more', async () => {
    const [, second] = before
    parts.stores.records.remove(second?.id ?? '')
    queue.retry([idOf('a')])
    await recognizer.answer(ok(readingsOf('1', '2', '3')))
    expect(numbers()).toEqual(['1', '2', '3'])
    expect(records()[2]?.id).toBe(before[2]?.id)
    expect(records()[1]?.id).not.toBe(second?.id)
  })
})

it('is not asked about again where WeChat never looks: there are several licenses in the picture', async () => {
  const queue = new Queue(parts)
  queue.add(sources('a'))
  const failure = { kind: 'several-licenses', message: '' } as const
  const missed = { recognizer: 'wechat-upload', failure }
  const [first, ...others] = readingsOf('1', '2')
  await recognizer.answer(ok([{ ...first, missed }, ...others]))
  parts.stores.paid.put(imageOf(only().source), { kind: 'sent' })
  queue.retry([idOf('a')])
  expect(states()).toEqual(['a done'])
  expect(parts.stores.paid.get(imageOf(only().source))).toEqual({ kind: 'sent' })
})
