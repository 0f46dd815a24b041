import { beforeEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../../../core/result.ts'
import { Queue } from '../../../../electron/jobs/queue.ts'
import { createAutoRecognizer } from '../../../../electron/recognizers/auto/auto.ts'
import type { Recognizer } from '../../../../electron/recognizers/recognizer.ts'
import { createGate } from '../../../../electron/recognizers/wechat/gate.ts'
import { settled, soundReading } from '../../../fakes/fake-recognizer.ts'
import { queueParts, sources } from '../../jobs/queue-parts.ts'

const stopped = { kind: 'wrong-secret', message: 'a wrong secret' } as const

/** A queue that reads offline first, two at once, and asks WeChat about what is called so. */
function deskInDoubt() {
  const { parts, states } = queueParts()
  const gate = createGate({
    wait: async () => {},
    random: () => 0,
    now: () => new Date('2026-11-24T02:00:00Z'),
    whenStopped: 'wait',
    onHold: () => {},
  })
  const read: string[] = []
  const sent: string[] = []
  const offline: Recognizer = {
    id: 'offline',
    isPaid: false,
    async recognize({ name }) {
      read.push(name)
      return ok([{ ...soundReading, recognizer: name }])
    },
  }
  const wechat: Recognizer = {
    id: 'wechat-upload',
    isPaid: true,
    async recognize({ name }, signal) {
      sent.push(name)
      const shut = await gate.pass(signal)
      return shut === undefined ? ok([soundReading]) : fail(shut)
    },
  }
  const auto = createAutoRecognizer({
    offline,
    wechat,
    spend: 'doubtful',
    needsLook: ({ recognizer = '' }) => recognizer.startsWith('doubtful'),
  })
  const queue = new Queue({ ...parts, recognizer: () => auto, concurrency: () => 2 })
  return { queue, gate, states, read, sent }
}

let desk: ReturnType<typeof deskInDoubt>
beforeEach(() => {
  desk = deskInDoubt()
})

const doubtful = ['doubtful 1', 'doubtful 2', 'doubtful 3', 'doubtful 4']

describe('while nothing is sent to WeChat', () => {
  beforeEach(async () => {
    desk.gate.follow('stop', 0, stopped)
    desk.queue.add(sources(...doubtful, 'sure'))
    await settled()
  })

  it('others are read offline, and two at once stand at the gate', () => {
    expect(desk.states()).toEqual([...doubtful.map((name) => `${name} running`), 'sure done'])
    expect(desk.read).toEqual([...doubtful, 'sure'])
    expect(desk.sent).toEqual(doubtful.slice(0, 2))
  })

  it('what waits goes on in order when the way is free', async () => {
    desk.gate.again()
    await desk.queue.idle()
    expect(desk.sent).toEqual(doubtful)
    expect(desk.states()).toEqual([...doubtful, 'sure'].map((name) => `${name} done`))
  })

  it('what waits for its turn is held by a pause, and sent when it is over', async () => {
    desk.queue.hold()
    desk.gate.again()
    await settled()
    await desk.queue.idle()
    expect(desk.sent).toEqual(doubtful.slice(0, 2))
    expect(desk.states().slice(2, 4)).toEqual(['doubtful 3 running', 'doubtful 4 running'])
    desk.queue.resume()
    await desk.queue.idle()
    expect(desk.sent).toEqual(doubtful)
  })

  it('what waits can be cancelled, and is never sent', async () => {
    desk.queue.cancel()
    await desk.queue.idle()
    expect(desk.states()).toEqual([...doubtful.map((name) => `${name} cancelled`), 'sure done'])
    expect(desk.sent).toEqual(doubtful.slice(0, 2))
  })

  it('what waits is there again at the next start', async () => {
    await desk.queue.drain()
    expect(desk.states()).toEqual([...doubtful.map((name) => `${name} queued`), 'sure done'])
    expect(desk.sent).toEqual(doubtful.slice(0, 2))
  })
})

it('about a thousand are read ahead, and no more', async () => {
  desk.gate.follow('stop', 0, stopped)
  desk.queue.add(sources(...Array.from({ length: 1010 }, (_, at) => `doubtful ${at}`)))
  await settled()
  expect(desk.read.length).toBeGreaterThanOrEqual(1000)
  expect(desk.read.length).toBeLessThan(1010)
  await desk.queue.drain()
})
