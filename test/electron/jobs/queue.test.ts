import { beforeEach, describe, expect, it } from 'vitest'
import { imageOf, type LicenseRecord } from '../../../core/license/record.ts'
import { fail } from '../../../core/result.ts'
import type { Recognizer } from '../../../electron/recognizers/recognizer.ts'
import { Queue, type QueueParts } from '../../../electron/jobs/queue.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { StoreProblem } from '../../../electron/store/store-problem.ts'
import {
  HeldRecognizer,
  numbered,
  readyRecognizer,
  settled,
  soundReading,
} from '../../fakes/fake-recognizer.ts'

const sources = (...names: readonly string[]) =>
  names.map((name) => ({ path: `/卡片/${name}`, name, page: 1 }))

const damaged = { kind: 'damaged', message: 'cut off' } as const

let recognizer: HeldRecognizer
let told: string[]
let parts: QueueParts

beforeEach(() => {
  recognizer = new HeldRecognizer()
  told = []
  parts = {
    stores: createMemoryStores(),
    recognizer: () => recognizer,
    newId: numbered('id'),
    now: () => new Date('2021-03-15T01:30:00Z'),
    concurrency: () => 1,
    note: () => undefined,
    onPause: (pause) => told.push(`pause ${pause}`),
    onJob: ({ source, state }) => told.push(`${source.name} ${state.kind}`),
    onRecord: ({ source }) => told.push(`${source.name} record`),
  }
})

const states = (): string[] =>
  parts.stores.jobs.all().map(({ source, state }) => `${source.name} ${state.kind}`)

const records = (): readonly LicenseRecord[] =>
  parts.stores.jobs
    .all()
    .flatMap(({ state }) =>
      state.kind === 'done' ? (parts.stores.records.get(state.recordId) ?? []) : [],
    )

const idOf = (name: string): string =>
  parts.stores.jobs.all().find(({ source }) => source.name === name)?.id ?? 'none'

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
    expect(parts.stores.jobs.all()[0]?.state).toEqual({ kind: 'done', recordId: record?.id })
  })

  it('stores every state before the act that it announces', async () => {
    const seen: string[] = []
    const spying: QueueParts = {
      ...parts,
      recognizer: () => ({
        id: 'spy',
        isPaid: false,
        recognize: (source, signal) => {
          seen.push(`asked while ${states().join()}`)
          return recognizer.recognize(source, signal)
        },
      }),
      note: () => undefined,
      onPause: (pause) => told.push(`pause ${pause}`),
      onJob: ({ id, state }) => {
        const isStored = parts.stores.jobs.get(id)?.state === state
        const isRecordStored = state.kind !== 'done' || parts.stores.records.get(state.recordId)
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
    late?.answer({ ok: true, value: soundReading })
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
    paid.onAbort = () => ({ ok: true, value: soundReading })
    queue.cancel([idOf('a')])
    await settled()
    expect(states()).toEqual(['a done', 'b running'])
  })

  it('keeps nothing of an image that was taken off the list', async () => {
    const id = idOf('a')
    paid.onAbort = () => ({ ok: true, value: soundReading })
    queue.cancel([id])
    parts.stores.jobs.remove(id)
    await settled()
    expect(records()).toEqual([])
  })
})

describe('draining', () => {
  it('starts nothing more and waits for the calls that are out', async () => {
    const paid = new HeldRecognizer({ isPaid: true })
    const queue = new Queue({ ...parts, recognizer: () => paid })
    queue.add(sources('a', 'b'))
    const drained = queue.drain().then(() => 'drained')
    expect(await Promise.race([drained, settled()])).toBeUndefined()
    await paid.answer()
    await drained
    expect(states()).toEqual(['a done', 'b queued'])
    queue.add(sources('c'))
    expect(paid.askedFor).toEqual(['a'])
  })

  it('puts back what has not left, for the next start', async () => {
    const queue = new Queue(parts)
    queue.add(sources('a', 'b'))
    await queue.drain()
    expect(states()).toEqual(['a queued', 'b queued'])
    expect(recognizer.open).toEqual([])
    new Queue({ ...parts, concurrency: () => 2 }).takeUp()
    expect(states()).toEqual(['a running', 'b running'])
  })

  it('is over at once when nothing runs', async () => {
    const queue = new Queue({ ...parts, recognizer: () => readyRecognizer() })
    queue.add(sources('a'))
    await queue.idle()
    await queue.drain()
    expect(states()).toEqual(['a done'])
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

describe('the next start', () => {
  const sent = (name: string): void => {
    const job = parts.stores.jobs.get(idOf(name))
    if (job !== undefined) parts.stores.paid.put(imageOf(job.source), { kind: 'sent' })
  }

  it('begins anew what was running, and leaves to a person what may have been paid for (fault 2)', async () => {
    new Queue({ ...parts, concurrency: () => 2 }).add(sources('a', 'b', 'c'))
    sent('b')
    const next = new HeldRecognizer({ isPaid: true })
    const queue = new Queue({ ...parts, recognizer: () => next })
    queue.takeUp()
    expect(states()).toEqual(['a queued', 'b unknown', 'c running'])
    await next.answer()
    await next.answer()
    await queue.idle()
    expect(next.askedFor).toEqual(['c', 'a'])
  })

  it('goes on with what was queued (fault 1)', async () => {
    const held = new Queue(parts)
    held.hold()
    held.add(sources('a', 'b'))
    const queue = new Queue({ ...parts, recognizer: () => readyRecognizer() })
    queue.takeUp()
    await queue.idle()
    expect(states()).toEqual(['a done', 'b done'])
  })

  it('sends again what may have been paid for only when a person says so', () => {
    new Queue(parts).add(sources('a'))
    sent('a')
    const queue = new Queue(parts)
    queue.takeUp()
    queue.retry()
    expect(states()).toEqual(['a unknown'])
    const [job] = parts.stores.jobs.all()
    queue.retry([idOf('a')])
    expect(states()).toEqual(['a running'])
    expect(job && parts.stores.paid.get(imageOf(job.source))).toBeUndefined()
  })
})

describe('a disk that is full (fault 11)', () => {
  let isFull: boolean
  let queue: Queue
  let paid: HeldRecognizer

  beforeEach(() => {
    isFull = false
    const { stores } = parts
    const whenRoom = <Value>(act: () => Value): Value => {
      if (isFull) throw new StoreProblem('disk-full', 'full')
      return act()
    }
    const filling = {
      ...stores,
      together: <Value>(act: () => Value) => whenRoom(() => stores.together(act)),
      jobs: { ...stores.jobs, claim: () => whenRoom(() => stores.jobs.claim()) },
    }
    paid = new HeldRecognizer({ isPaid: true })
    queue = new Queue({ ...parts, stores: filling, recognizer: () => paid })
    queue.add(sources('a', 'b'))
    isFull = true
  })

  it('pauses the queue and says so, and nothing more is sent', async () => {
    await paid.answer()
    expect(states()).toEqual(['a running', 'b queued'])
    expect(queue.pause).toBe('disk-full')
    expect(paid.askedFor).toEqual(['a'])
  })

  it('keeps what came back meanwhile, and writes it down when there is room', async () => {
    await paid.answer()
    queue.resume()
    expect(queue.pause).toBe('disk-full')
    isFull = false
    queue.resume()
    expect(states()).toEqual(['a done', 'b running'])
    expect(records()).toHaveLength(1)
    expect(paid.askedFor).toEqual(['a', 'b'])
  })

  it('puts back what was kept from leaving', async () => {
    const refusing: Recognizer = {
      ...readyRecognizer(),
      isPaid: true,
      recognize: () => Promise.reject(new StoreProblem('disk-full', 'full')),
    }
    const other = new Queue({ ...parts, recognizer: () => refusing })
    other.cancel()
    other.add(sources('c'))
    await settled()
    expect(states().at(-1)).toBe('c queued')
    expect(other.pause).toBe('disk-full')
  })
})
