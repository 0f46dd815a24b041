import { beforeEach, describe, expect, it } from 'vitest'
import { recordIdsOf } from '../../../core/jobs/job.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { fail, ok } from '../../../core/result.ts'
import { Queue, type QueueParts } from '../../../electron/jobs/queue.ts'
import { HeldRecognizer, settled, soundReading } from '../../fakes/fake-recognizer.ts'
import { queueParts, sources } from './queue-parts.ts'

const damaged = { kind: 'damaged', message: 'cut off' } as const

let recognizer: ReturnType<typeof queueParts>['recognizer']
let told: ReturnType<typeof queueParts>['told']
let parts: ReturnType<typeof queueParts>['parts']
let states: ReturnType<typeof queueParts>['states']
let records: ReturnType<typeof queueParts>['records']
let idOf: ReturnType<typeof queueParts>['idOf']

beforeEach(() => {
  ;({ recognizer, told, parts, states, records, idOf } = queueParts())
})

describe('a queue', () => {
  it('reads one after the other, in order of arrival', async () => {
    const queue = new Queue(parts)
    queue.add(sources('b', 'a'))
    queue.add(sources('c'))
    expect(states()).toEqual(['b running', 'a queued', 'c queued'])
    await recognizer.answer()
    expect(states()).toEqual(['b done', 'a running', 'c queued'])
    await recognizer.answer()
    await recognizer.answer()
    expect(recognizer.askedFor).toEqual(['b', 'a', 'c'])
    await queue.idle()
  })

  it('reads as many at once as it may', async () => {
    const queue = new Queue({ ...parts, concurrency: () => 2 })
    queue.add(sources('a', 'b', 'c'))
    expect(states()).toEqual(['a running', 'b running', 'c queued'])
    await recognizer.answer()
    expect(states()).toEqual(['a done', 'b running', 'c running'])
  })

  it('keeps a record of what was read, with where it came from and when', async () => {
    new Queue(parts).add(sources('a'))
    await recognizer.answer()
    const [record] = records()
    expect(record).toMatchObject({
      source: { path: '/卡片/a', name: 'a', page: 1 },
      recognizer: 'held',
      reading: soundReading,
      decisions: {},
      readAt: '2021-03-15T01:30:00.000Z',
    })
    expect(parts.stores.jobs.all()[0]?.state).toEqual({ kind: 'done', recordIds: [record?.id] })
  })

  it('stores every state before the act that it announces', async () => {
    const seen: string[] = []
    const spying: QueueParts = {
      ...parts,
      recognizer: () => ({
        id: 'spy',
        isPaid: false,
        recognize: (...asked) => {
          seen.push(`asked while ${states().join()}`)
          return recognizer.recognize(...asked)
        },
      }),
      note: () => undefined,
      onPause: (pause) => told.push(`pause ${pause}`),
      onJob: ({ id, state }) => {
        const isStored = parts.stores.jobs.get(id)?.state === state
        const isRecordStored = recordIdsOf(state).every((recordId) =>
          parts.stores.records.has(recordId),
        )
        seen.push(`${state.kind} ${isStored && isRecordStored ? 'stored' : 'not stored'}`)
      },
    }
    new Queue(spying).add(sources('a'))
    await recognizer.answer()
    expect(seen).toEqual([
      'queued stored',
      'running stored',
      'asked while a running',
      'done stored',
    ])
  })

  it('tells a record before the job that is done with it', async () => {
    new Queue(parts).add(sources('a'))
    await recognizer.answer()
    expect(told).toEqual(['a queued', 'a running', 'a record', 'a done'])
  })

  it('goes on after a failure', async () => {
    new Queue(parts).add(sources('a', 'b'))
    await recognizer.answer(fail(damaged))
    expect(parts.stores.jobs.all()[0]?.state).toEqual({ kind: 'failed', failure: damaged })
    expect(states()).toEqual(['a failed', 'b running'])
  })

  it('goes on after a recognizer that throws, and does not repeat what it said', async () => {
    const throwing: QueueParts = {
      ...parts,
      recognizer: () => ({
        id: 'broken',
        isPaid: false,
        recognize: async () => {
          throw new TypeError('张三')
        },
      }),
    }
    const queue = new Queue(throwing)
    queue.add(sources('a', 'b'))
    await queue.idle()
    expect(parts.stores.jobs.all().map(({ state }) => state)).toEqual(
      Array.from({ length: 2 }, () => ({
        kind: 'failed',
        failure: { kind: 'engine-crashed', message: 'the recognizer threw: TypeError' },
      })),
    )
  })
})

describe('cancelling', () => {
  it('takes a waiting one out and leaves the rest', async () => {
    const queue = new Queue(parts)
    queue.add(sources('a', 'b', 'c'))
    queue.cancel([idOf('b')])
    expect(states()).toEqual(['a running', 'b cancelled', 'c queued'])
    await recognizer.answer()
    await recognizer.answer()
    expect(recognizer.askedFor).toEqual(['a', 'c'])
  })

  it('aborts a running one and goes on at once', () => {
    const queue = new Queue(parts)
    queue.add(sources('a', 'b'))
    const signal = recognizer.open[0]?.signal
    queue.cancel([idOf('a')])
    expect(signal?.aborted).toBe(true)
    expect(states()).toEqual(['a cancelled', 'b running'])
  })

  it('takes everything that has not ended when nothing is named', async () => {
    const queue = new Queue(parts)
    queue.add(sources('a', 'b', 'c'))
    await recognizer.answer()
    queue.cancel()
    await queue.idle()
    expect(states()).toEqual(['a done', 'b cancelled', 'c cancelled'])
  })

  it('lets an answer that comes after it change nothing (fault 38)', async () => {
    const queue = new Queue(parts)
    queue.add(sources('a'))
    const late = recognizer.open[0]
    queue.cancel()
    late?.answer({ ok: true, value: [soundReading] })
    await settled()
    expect(states()).toEqual(['a cancelled'])
    expect(records()).toEqual([])
  })
})

describe('retrying', () => {
  it('reads again what failed or was cancelled, after what already waits', async () => {
    const queue = new Queue(parts)
    queue.add(sources('a', 'b', 'c', 'd'))
    await recognizer.answer(fail(damaged))
    queue.cancel([idOf('c')])
    queue.retry()
    expect(states()).toEqual(['a queued', 'b running', 'c queued', 'd queued'])
    await recognizer.answer()
    await recognizer.answer()
    await recognizer.answer()
    await recognizer.answer()
    expect(recognizer.askedFor).toEqual(['a', 'b', 'd', 'a', 'c'])
    expect(states()).toEqual(['a done', 'b done', 'c done', 'd done'])
  })

  it('takes only what is named, and nothing that cannot be retried', async () => {
    const queue = new Queue(parts)
    queue.add(sources('a', 'b', 'c'))
    await recognizer.answer()
    await recognizer.answer(fail(damaged))
    queue.retry([idOf('a'), idOf('b'), 'nobody'])
    expect(states()).toEqual(['a done', 'b queued', 'c running'])
  })

  it('can follow a cancel before the first attempt has ended', async () => {
    const queue = new Queue(parts)
    queue.add(sources('a'))
    const first = recognizer.open[0]
    queue.cancel()
    queue.retry()
    first?.answer(fail(damaged))
    await settled()
    expect(states()).toEqual(['a running'])
    await recognizer.answer()
    expect(states()).toEqual(['a done'])
  })
})

describe('a paid recognizer', () => {
  const lost = { kind: 'outcome-unknown', message: 'the answer was cut off' } as const
  let paid: HeldRecognizer
  let queue: Queue
  beforeEach(() => {
    paid = new HeldRecognizer({ isPaid: true })
    queue = new Queue({ ...parts, recognizer: () => paid })
    queue.add(sources('a', 'b'))
  })

  it('leaves what may have been paid for in a state of its own', async () => {
    await paid.answer(fail(lost))
    expect(parts.stores.jobs.all()[0]?.state).toEqual({ kind: 'unknown', failure: lost })
    expect(states()).toEqual(['a unknown', 'b running'])
  })

  it('is not asked again unless a person names the image', async () => {
    await paid.answer(fail(lost))
    await paid.answer()
    queue.retry()
    await queue.idle()
    expect(paid.askedFor).toEqual(['a', 'b'])
    queue.retry([idOf('a')])
    expect(states()).toEqual(['a running', 'b done'])
  })

  it('says itself how a cancelled call ended', async () => {
    paid.onAbort = () => fail(lost)
    queue.cancel([idOf('a')])
    await settled()
    expect(states()).toEqual(['a unknown', 'b running'])
    paid.onAbort = () => fail({ kind: 'cancelled', message: 'never left' })
    queue.cancel()
    await queue.idle()
    expect(states()).toEqual(['a unknown', 'b cancelled'])
  })

  it('keeps an answer that was paid for although it came after the cancel', async () => {
    paid.onAbort = () => ({ ok: true, value: [soundReading] })
    queue.cancel([idOf('a')])
    await settled()
    expect(states()).toEqual(['a done', 'b running'])
  })

  it('keeps nothing of an image that was taken off the list', async () => {
    const id = idOf('a')
    paid.onAbort = () => ({ ok: true, value: [soundReading] })
    queue.cancel([id])
    parts.stores.jobs.remove(id)
    await settled()
    expect(records()).toEqual([])
  })
})

describe('pausing', () => {
  it('starts nothing more until it is resumed, and lets go on what runs', async () => {
    const queue = new Queue(parts)
    queue.add(sources('a', 'b'))
    queue.hold()
    await recognizer.answer()
    expect(states()).toEqual(['a done', 'b queued'])
    await queue.idle()
    queue.resume()
    expect(states()).toEqual(['a done', 'b running'])
    expect(told.filter((word) => word.startsWith('pause'))).toEqual(['pause person', 'pause none'])
  })
})

describe('a license that is read once more', () => {
  const decided = { kind: 'corrected', value: '余明远' } as const
  const missed = {
    recognizer: 'wechat-upload',
    failure: { kind: 'outcome-unknown', message: '' },
  } as const

  async function readOnce(): Promise<{ queue: Queue; record: LicenseRecord }> {
    const queue = new Queue(parts)
    queue.add(sources('a'))
    await recognizer.answer(ok([{ ...soundReading, missed }]))
    const [read] = records()
    if (read === undefined) throw new Error('nothing was read')
    const record = { ...read, decisions: { name: decided } }
    parts.stores.records.put(record)
    queue.retry([idOf('a')])
    return { queue, record }
  }

  it('keeps its record and what a person decided, and takes the new reading', async () => {
    const { record } = await readOnce()
    expect(parts.stores.jobs.all()[0]?.state).toEqual({ kind: 'running', recordIds: [record.id] })
    const name = { ...soundReading.fields.name, value: '余明远' }
    const fields = { ...soundReading.fields, name }
    await recognizer.answer(ok([{ ...soundReading, fields }]))
    expect(records()).toMatchObject([
      {
        id: record.id,
        reading: { fields },
        decisions: { name: { ...decided, kind: 'confirmed' } },
      },
    ])
    expect(records()[0]?.reading.missed).toBeUndefined()
    expect(parts.stores.jobs.all()[0]?.state).toEqual({ kind: 'done', recordIds: [record.id] })
  })

  it('stands as it was when that fails, and says why', async () => {
    const { record } = await readOnce()
    await recognizer.answer(fail(damaged))
    expect(parts.stores.jobs.all()[0]?.state).toEqual({ kind: 'done', recordIds: [record.id] })
    const noted = { recognizer: 'held', failure: damaged }
    expect(records()).toEqual([{ ...record, reading: { ...record.reading, missed: noted } }])
  })

  it('stands as it was when that is cancelled', async () => {
    const { queue, record } = await readOnce()
    queue.cancel()
    expect(parts.stores.jobs.all()[0]?.state).toEqual({ kind: 'done', recordIds: [record.id] })
    expect(records()).toEqual([record])
  })
})
