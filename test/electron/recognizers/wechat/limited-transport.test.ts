import { beforeEach, expect, it } from 'vitest'
import { limitTransport } from '../../../../electron/recognizers/wechat/limited-transport.ts'
import type { Outcome } from '../../../../electron/recognizers/wechat/outcome.ts'
import type { Transport } from '../../../../electron/recognizers/wechat/transport.ts'
import { settled } from '../../../fakes/fake-recognizer.ts'

const request = { method: 'GET', url: new URL('http://127.0.0.1/') } as const
const answered: Outcome = { kind: 'answered', status: 200, body: Buffer.alloc(0) }

let open: ((outcome: Outcome) => void)[]
let sent: number
let transport: Transport

beforeEach(() => {
  open = []
  sent = 0
  const inner: Transport = {
    send() {
      sent += 1
      const { promise, resolve } = Promise.withResolvers<Outcome>()
      open.push(resolve)
      return promise
    },
    close: () => Promise.resolve(),
  }
  transport = limitTransport(inner, 2)
})

const send = (signal = new AbortController().signal) => transport.send(request, signal)

async function answerFirst(): Promise<void> {
  open.shift()?.(answered)
  await settled()
  await settled()
}

it('lets only so many go at once, and the next when one is back', async () => {
  const all = [send(), send(), send(), send()]
  await settled()
  expect(sent).toBe(2)
  await answerFirst()
  expect(sent).toBe(3)
  await answerFirst()
  expect(sent).toBe(4)
  await answerFirst()
  await answerFirst()
  expect(await Promise.all(all)).toEqual(Array.from({ length: 4 }, () => answered))
  void send()
  void send()
  void send()
  await settled()
  expect(sent).toBe(6)
})

it('lets whoever sent one hold back the next because of what came of it', async () => {
  void send()
  const heard = send().then(() => expect(sent).toBe(2))
  const isHeld = { ...request, mayLeave: () => false }
  void transport.send(isHeld, new AbortController().signal)
  await settled()
  open.shift()
  await answerFirst()
  await heard
  expect(sent).toBe(3)
})

it('never sends what is cancelled while it waits', async () => {
  void send()
  void send()
  const cancel = new AbortController()
  const waiting = send(cancel.signal)
  const behind = send()
  cancel.abort()
  expect(await waiting).toEqual({ kind: 'cancelled', mayHaveLeft: false })
  await answerFirst()
  expect(sent).toBe(3)
  await answerFirst()
  await answerFirst()
  expect(await behind).toBe(answered)
})
