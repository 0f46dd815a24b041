import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createIdleLock } from '../../../electron/window/idle-lock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const minute = 60_000

function watched(first: number) {
  const told: string[] = []
  let minutes = first
  const idle = createIdleLock({
    minutes: () => minutes,
    warn: () => told.push('warned'),
    lock: () => told.push('locked'),
  })
  return { told, idle, set: (next: number) => (minutes = next) }
}

describe('locking after idle time', () => {
  it('says so first and then locks, without waiting for anybody', () => {
    const { told } = watched(5)
    vi.advanceTimersByTime(5 * minute - 1)
    expect(told).toEqual([])
    vi.advanceTimersByTime(1)
    expect(told).toEqual(['warned'])
    vi.advanceTimersByTime(2_000)
    expect(told).toEqual(['warned', 'locked'])
  })

  it('begins anew with every hand at the window, also between the word and the lock', () => {
    const { told, idle } = watched(1)
    vi.advanceTimersByTime(50_000)
    idle.active()
    vi.advanceTimersByTime(50_000)
    expect(told).toEqual([])
    vi.advanceTimersByTime(11_000)
    idle.active()
    vi.advanceTimersByTime(50_000)
    expect(told).toEqual(['warned'])
  })

  it('never does where it is set so, and does again once it is set otherwise', () => {
    const { told, idle, set } = watched(0)
    vi.advanceTimersByTime(600 * minute)
    expect(told).toEqual([])
    set(1)
    idle.active()
    vi.advanceTimersByTime(minute + 2_000)
    expect(told).toEqual(['warned', 'locked'])
  })

  it('stops', () => {
    const { told, idle } = watched(1)
    idle.stop()
    vi.advanceTimersByTime(600 * minute)
    expect(told).toEqual([])
  })
})
