import { expect, it } from 'vitest'
import {
  afterClockCheck,
  afterWrongTry,
  noTries,
  type PinTries,
  waitLeft,
} from '../../../core/lock/pin-tries.ts'

const start = Date.parse('2026-11-24T02:00:00Z')
const second = 1000
const wrong = (times: number, at = start): PinTries => ({ wrong: times, since: at })

it('waits longer after each wrong try in a row', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 50].map((times) => waitLeft(wrong(times), start) / second)
  expect(waits).toEqual([0, 0, 0, 30, 60, 300, 900, 900, 900])
  expect(waitLeft(noTries, start)).toBe(0)
})

it('counts the wait from the last wrong try', () => {
  const tries = afterWrongTry(wrong(3, start - 999_999), start)
  expect(tries).toEqual(wrong(4))
  expect(waitLeft(tries, start + 29 * second)).toBe(second)
  expect(waitLeft(tries, start + 30 * second)).toBe(0)
})

it('is not made shorter by a clock that was set back: the wait begins anew (22)', () => {
  const tries = wrong(5)
  const back = start - 86_400 * second
  expect(waitLeft(tries, back)).toBe(60 * second)
  const seen = afterClockCheck(tries, back)
  expect(waitLeft(seen, back + 59 * second)).toBe(second)
  expect(waitLeft(seen, back + 60 * second)).toBe(0)
})

it('leaves a clock that goes forward alone', () => {
  expect(afterClockCheck(wrong(5), start + 1)).toEqual(wrong(5))
  expect(afterClockCheck(noTries, -1)).toBe(noTries)
})
