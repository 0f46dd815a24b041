import { expect, it } from 'vitest'
import type { PinTries } from '../../../core/lock/pin-tries.ts'
import { createTries } from '../../../electron/vault/tries.ts'

const second = 1000

/** What is kept over several starts, a clock, and how often somebody really looked. */
function desk() {
  let kept: PinTries | undefined
  let isFull = false
  let time = Date.parse('2026-11-24T02:00:00Z')
  let looked = 0
  let looking = 0
  let mostAtOnce = 0
  return {
    start: () =>
      createTries(
        kept,
        (tries) => {
          if (isFull) throw new Error('no room')
          kept = tries
        },
        () => time,
      ),
    pass: (milliseconds: number) => {
      time += milliseconds
    },
    fill: () => {
      isFull = true
    },
    as: (isRight: boolean) => async () => {
      looked += 1
      looking += 1
      mostAtOnce = Math.max(mostAtOnce, looking)
      await Promise.resolve()
      looking -= 1
      return isRight
    },
    looked: () => looked,
    mostAtOnce: () => mostAtOnce,
  }
}

it('of ten at once only those are looked at that need not wait, one after the other', async () => {
  const { start, as, looked, mostAtOnce } = desk()
  const tries = start()
  const verdicts = await Promise.all(Array.from({ length: 10 }, () => tries.look(as(false))))
  expect(verdicts.map(({ kind }) => kind)).toEqual([
    ...Array.from({ length: 4 }, () => 'wrong'),
    ...Array.from({ length: 6 }, () => 'too-soon'),
  ])
  expect([looked(), mostAtOnce()]).toEqual([4, 1])
})

it('wait after wrong ones, at the next start too, and no more after a right one', async () => {
  const { start, as, pass } = desk()
  for (let each = 0; each < 4; each += 1) await start().look(as(false))
  expect(await start().look(as(true))).toEqual({ kind: 'too-soon', wait: 30 * second })
  pass(30 * second)
  expect(await start().look(as(true))).toEqual({ kind: 'right' })
  expect(await start().look(as(false))).toEqual({ kind: 'wrong', wait: 0 })
})

it('count though they cannot be written down, each a minute after the one before, and after the start', async () => {
  const { start, as, pass, fill, looked } = desk()
  fill()
  for (let starts = 0; starts < 3; starts += 1)
    expect(await start().look(as(true))).toEqual({ kind: 'too-soon', wait: 60 * second })
  expect(looked()).toBe(0)
  const tries = start()
  for (let each = 0; each < 6; each += 1) {
    pass(60 * second)
    expect((await tries.look(as(false))).kind).toBe('wrong')
  }
  pass(60 * second)
  expect(await tries.look(as(true))).toEqual({ kind: 'too-soon', wait: 4 * 60 * second })
  pass(4 * 60 * second)
  expect(await tries.look(as(true))).toEqual({ kind: 'right' })
})

it('goes on after one that failed', async () => {
  const { start, as } = desk()
  const tries = start()
  const failing = tries.look(() => Promise.reject(new Error('the disk')))
  const next = tries.look(as(true))
  await expect(failing).rejects.toThrow('the disk')
  expect(await next).toEqual({ kind: 'right' })
})
