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
    now: () => new Date(),
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
    idle.begin()
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

describe('locking when nobody is there any more', () => {
  /** The PC sleeps: the clock on the wall goes on, and no timer does. */
  const sleep = (milliseconds: number): void => {
    vi.setSystemTime(Date.now() + milliseconds)
  }

  it('says so when the PC is left, and locks whatever moves meanwhile, also where idle time never does', () => {
    for (const minutes of [5, 0]) {
      const { told, idle } = watched(minutes)
      idle.leave()
      idle.active()
      idle.leave()
      expect(told).toEqual(['warned'])
      vi.advanceTimersByTime(2_000)
      expect(told).toEqual(['warned', 'locked'])
      idle.stop()
    }
  })

  it.each(['wake', 'active'] as const)(
    'locks a PC that slept longer than the time, on the first %s',
    (first) => {
      const { told, idle } = watched(5)
      vi.advanceTimersByTime(minute)
      sleep(4 * minute)
      idle.wake()
      expect(told).toEqual([])
      sleep(minute)
      idle[first]()
      expect(told).toEqual(['warned'])
      idle.active()
      vi.advanceTimersByTime(2_000)
      expect(told).toEqual(['warned', 'locked'])
    },
  )

  it('begins anew once it is unlocked, however long it was locked', () => {
    const { told, idle } = watched(5)
    idle.leave()
    vi.advanceTimersByTime(2_000)
    sleep(600 * minute)
    idle.begin()
    idle.wake()
    idle.active()
    vi.advanceTimersByTime(4 * minute)
    expect(told).toEqual(['warned', 'locked'])
  })

  it('never locks a PC that slept where idle time never does', () => {
    const { told, idle } = watched(0)
    sleep(600 * minute)
    idle.wake()
    idle.active()
    vi.advanceTimersByTime(minute)
    expect(told).toEqual([])
  })
})
