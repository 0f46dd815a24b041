import { describe, expect, it } from 'vitest'
import type { Keeper } from '../../../electron/files/keeper.ts'
import { StoreProblem } from '../../../electron/store/store-problem.ts'
import { createPinLock, type KeptPin, type PinLock } from '../../../electron/vault/pin.ts'

const second = 1000

/** What a program keeps over several starts, and the clock on the wall. */
function desk() {
  let kept: unknown
  let time = Date.parse('2026-11-24T02:00:00Z')
  let isFull = false
  const keeper: Keeper<KeptPin> = {
    load: () => (kept === undefined ? undefined : JSON.parse(JSON.stringify(kept))),
    save: (value) => {
      if (isFull) throw new StoreProblem('disk-full', 'no room')
      kept = value
    },
  }
  return {
    start: (): PinLock => createPinLock(keeper, () => time),
    pass: (milliseconds: number) => {
      time += milliseconds
    },
    fill: (isNow: boolean) => {
      isFull = isNow
    },
    kept: () => JSON.stringify(kept),
  }
}

async function tryWrong(lock: PinLock, times: number): Promise<unknown[]> {
  const verdicts = []
  for (let each = 0; each < times; each += 1) verdicts.push(await lock.tryPin('0000'))
  return verdicts
}

it('knows its PIN, at the next start too, and keeps it as a hash', async () => {
  const { start, kept } = desk()
  const lock = start()
  expect(lock.isSet()).toBe(false)
  expect(await lock.tryPin('any')).toEqual({ kind: 'right' })
  await lock.set('4711')
  expect(lock.isSet()).toBe(true)
  expect(kept()).not.toContain('4711')
  expect(await start().tryPin('4711')).toEqual({ kind: 'right' })
  expect(await start().tryPin('4712')).toEqual({ kind: 'wrong', wait: 0 })
  lock.remove()
  expect(start().isSet()).toBe(false)
})

it('waits after the fourth wrong try, also in a program that was started anew', async () => {
  const { start, pass } = desk()
  const lock = start()
  await lock.set('4711')
  expect((await tryWrong(lock, 4)).at(-1)).toEqual({ kind: 'wrong', wait: 30 * second })
  expect(await lock.tryPin('4711')).toEqual({ kind: 'too-soon', wait: 30 * second })
  pass(29 * second)
  expect(await start().tryPin('4711')).toEqual({ kind: 'too-soon', wait: second })
  pass(second)
  expect(await start().tryPin('0000')).toEqual({ kind: 'wrong', wait: 60 * second })
  pass(-3600 * second)
  expect(start().wait()).toBe(60 * second)
  pass(60 * second)
  expect(await start().tryPin('4711')).toEqual({ kind: 'right' })
  expect(start().wait()).toBe(0)
  expect(await start().tryPin('0000')).toEqual({ kind: 'wrong', wait: 0 })
})

it('counts a try before it looks, so that ending the program does not undo it', async () => {
  const { start } = desk()
  await start().set('4711')
  await tryWrong(start(), 2)
  const ended = start()
  const looking = ended.tryPin('4711')
  await Promise.resolve()
  expect((await tryWrong(start(), 1)).at(-1)).toEqual({ kind: 'wrong', wait: 30 * second })
  expect(await looking).toEqual({ kind: 'right' })
})

it('looks at one try after the other', async () => {
  const { start } = desk()
  const lock = start()
  await lock.set('4711')
  const verdicts = await Promise.all(['1', '2', '3', '4', '4711'].map((pin) => lock.tryPin(pin)))
  expect(verdicts.map(({ kind }) => kind)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'too-soon'])
})

describe('on a full disk (fault 11)', () => {
  const minute = 60 * second

  /** A program that runs for an hour, when the disk is full. */
  async function longAfterStart() {
    const there = desk()
    await there.start().set('4711')
    const lock = there.start()
    there.pass(60 * minute)
    there.fill(true)
    return { ...there, lock }
  }

  it('opens by the right PIN at once, and asks for no wait afterwards', async () => {
    const { lock, fill } = await longAfterStart()
    expect(await lock.tryPin('4711')).toEqual({ kind: 'right' })
    fill(false)
    expect(lock.wait()).toBe(0)
    expect(await lock.tryPin('4711')).toEqual({ kind: 'right' })
  })

  it('counts wrong tries all the same, each with a wait, and writes them down when there is room', async () => {
    const { lock, start, pass, fill } = await longAfterStart()
    for (let tries = 0; tries < 4; tries += 1) {
      expect(await lock.tryPin('0000')).toEqual({ kind: 'wrong', wait: minute })
      expect(await lock.tryPin('4711')).toEqual({ kind: 'too-soon', wait: minute })
      pass(minute)
    }
    expect(await lock.tryPin('0000')).toEqual({ kind: 'wrong', wait: minute })
    pass(minute)
    expect(await lock.tryPin('0000')).toEqual({ kind: 'wrong', wait: 5 * minute })
    fill(false)
    expect(lock.wait()).toBe(5 * minute)
    expect(await start().tryPin('4711')).toEqual({ kind: 'too-soon', wait: 5 * minute })
  })

  it('looks at no try sooner because the program was started anew', async () => {
    const { start, pass } = await longAfterStart()
    for (let starts = 0; starts < 3; starts += 1) {
      const lock = start()
      expect(await lock.tryPin('4711')).toEqual({ kind: 'too-soon', wait: minute })
      pass(minute - second)
      expect(await lock.tryPin('0000')).toEqual({ kind: 'too-soon', wait: second })
      pass(second)
      expect(await lock.tryPin('0000')).toEqual({ kind: 'wrong', wait: minute })
    }
    pass(minute)
    const lock = start()
    pass(minute)
    expect(await lock.tryPin('4711')).toEqual({ kind: 'right' })
  })
})
