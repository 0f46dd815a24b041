import { describe, expect, it } from 'vitest'
import type { LockState } from '../../../core/ipc/lock.ts'
import type { VaultState } from '../../../core/ipc/vault.ts'
import { noticesOf, screenOf, stepGate } from '../../../renderer/state/gate-state.ts'

const lock = (isLocked: boolean): LockState => ({
  hasPin: true,
  hasPassphrase: false,
  isLocked,
  waitMs: 0,
})
const open: VaultState = { kind: 'open', notices: [] }
const newer: VaultState = { kind: 'newer', needs: '0.4.0' }

const leaving = null

describe('what stands before the desk', () => {
  it('is the lock first, then the records that are shut', () => {
    expect(screenOf({ lock: lock(true), vault: newer, leaving })).toEqual({ kind: 'locked' })
    expect(screenOf({ lock: lock(false), vault: newer, leaving })).toEqual({
      kind: 'shut',
      vault: newer,
    })
    expect(screenOf({ lock: lock(false), vault: open, leaving })).toEqual({ kind: 'desk' })
  })

  it('is gone as soon as somebody unlocked, and back when it is locked', () => {
    const shut = { lock: { ...lock(true), waitMs: 30_000 }, vault: open, leaving }
    const opened = stepGate(shut, { kind: 'unlocked' })
    expect([screenOf(opened).kind, opened.lock.waitMs]).toEqual(['desk', 0])
    expect(screenOf(stepGate(opened, { kind: 'lock', lock: lock(true) })).kind).toBe('locked')
  })

  it('is nothing but what is waited for while the program ends, whatever else there is', () => {
    const state = stepGate(
      { lock: lock(true), vault: open, leaving },
      { kind: 'leaving', calls: 2 },
    )
    expect(screenOf(state)).toEqual({ kind: 'leaving', calls: 2 })
  })

  it('tells what happened to the records once', () => {
    const notices = [{ kind: 'lost', aside: '/records.broken' } as const]
    const state = { lock: lock(false), vault: { kind: 'open', notices } as const, leaving }
    expect(noticesOf(state)).toEqual(notices)
    const noted = stepGate(state, { kind: 'noted' })
    expect(noticesOf(noted)).toEqual([])
    expect(stepGate(noted, { kind: 'noted' })).toBe(noted)
  })
})
