import { beforeEach, describe, expect, it } from 'vitest'
import { imageOf } from '../../../core/license/record.ts'
import type { Recognizer } from '../../../electron/recognizers/recognizer.ts'
import { Queue } from '../../../electron/jobs/queue.ts'
import { StoreProblem } from '../../../electron/store/store-problem.ts'
import { HeldRecognizer, readyRecognizer, settled } from '../../fakes/fake-recognizer.ts'
import { queueParts, sources } from './queue-parts.ts'

let parts: ReturnType<typeof queueParts>['parts']
let states: ReturnType<typeof queueParts>['states']
let records: ReturnType<typeof queueParts>['records']
let idOf: ReturnType<typeof queueParts>['idOf']

beforeEach(() => {
  ;({ parts, states, records, idOf } = queueParts())
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
