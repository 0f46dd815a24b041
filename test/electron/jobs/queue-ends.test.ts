import { beforeEach, describe, expect, it } from 'vitest'
import { imageOf } from '../../../core/license/record.ts'
import { fail, ok } from '../../../core/result.ts'
import { Queue, type QueueParts } from '../../../electron/jobs/queue.ts'
import type { Recognizer, Trip } from '../../../electron/recognizers/recognizer.ts'
import { StoreProblem } from '../../../electron/store/store-problem.ts'
import {
  HeldRecognizer,
  readyRecognizer,
  settled,
  soundReading,
} from '../../fakes/fake-recognizer.ts'
import { queueParts, sources } from './queue-parts.ts'

let recognizer: HeldRecognizer
let parts: QueueParts
let states: () => string[]
let idOf: (name: string) => string

beforeEach(() => {
  ;({ recognizer, parts, states, idOf } = queueParts())
})

describe('one image twice on the list', () => {
  const image = 'the same'
  const [first, copy] = sources('a', 'b').map((source) => ({ ...source, image }))
  const twins = first !== undefined && copy !== undefined ? [first, copy] : []
  const call = imageOf({ path: '', name: '', page: 1, image })
  const missing = fail({ kind: 'missing', message: '' } as const)

  it('is not forgotten as sent when its copy is tried again meanwhile', async () => {
    const { paid: calls } = parts.stores
    const queue = new Queue({ ...parts, concurrency: () => 2 })
    queue.add(twins)
    recognizer.open.reverse()
    await recognizer.answer(missing)
    expect(states()).toEqual(['a running', 'b failed'])
    calls.put(call, { kind: 'sent' })
    queue.retry([idOf('b')])
    expect(calls.get(call)).toEqual({ kind: 'sent' })
  })

  it('is not paid for again when its copy is tried again after it was read', async () => {
    const { paid: calls } = parts.stores
    const queue = new Queue(parts)
    queue.add(twins)
    await recognizer.answer()
    await recognizer.answer(missing)
    const read = { kind: 'answered', outcome: ok([soundReading] as const) } as const
    calls.put(call, read)
    queue.retry()
    expect(calls.get(call)).toEqual(read)
  })
})

it('fails an image whose kept bytes are damaged, and goes on', async () => {
  const damagedStore = new StoreProblem('damaged', 'the seal is broken')
  const broken: Recognizer = {
    id: 'broken',
    isPaid: false,
    recognize: ({ name }) =>
      name === 'a' ? Promise.reject(damagedStore) : Promise.resolve(ok([soundReading])),
  }
  const queue = new Queue({ ...parts, recognizer: () => broken })
  queue.add(sources('a', 'b'))
  await queue.idle()
  expect(states()).toEqual(['a failed', 'b done'])
  expect(queue.pause).toBe('none')
})

describe('draining', () => {
  it('waits until what it puts back has tidied up behind itself', async () => {
    const tidied = Promise.withResolvers<void>()
    const cloud: Recognizer = {
      id: 'cloud',
      isPaid: true,
      async recognize(_source, signal) {
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
        await tidied.promise
        return fail({ kind: 'cancelled', message: '' })
      },
    }
    const queue = new Queue({ ...parts, recognizer: () => cloud })
    queue.add(sources('a'))
    const drained = queue.drain().then(() => 'drained')
    expect(await Promise.race([drained, settled()])).toBeUndefined()
    expect(states()).toEqual(['a queued'])
    tidied.resolve()
    expect(await drained).toBe('drained')
  })

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

  it('waits no longer for a call that was refused and would go again', async () => {
    const trips: Trip[] = []
    const refused: Recognizer = {
      id: 'refused',
      isPaid: true,
      recognize(_source, signal, trip) {
        trip.leaves()
        trips.push(trip)
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(fail({ kind: 'cancelled', message: '' })))
        })
      },
    }
    const queue = new Queue({ ...parts, recognizer: () => refused })
    queue.add(sources('a'))
    const drained = queue.drain()
    trips.forEach((trip) => trip.isBack())
    await drained
    expect(states()).toEqual(['a queued'])
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
