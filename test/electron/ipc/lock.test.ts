import { describe, expect, it } from 'vitest'
import type { AuditAct } from '../../../core/audit/entry.ts'
import type { LockState, ProtectWish, UnlockOutcome } from '../../../core/ipc/lock.ts'
import { lockAnswers, type LockPort } from '../../../electron/ipc/lock.ts'

const state: LockState = { hasPin: true, hasPassphrase: false, isLocked: true, waitMs: 0 }

function asked(outcome: UnlockOutcome) {
  const noted: AuditAct[] = []
  const wishes: ProtectWish[] = []
  let active = 0
  const lock: LockPort = {
    state: () => state,
    unlock: async () => outcome,
    lock: () => {},
    protect: async (wish) => {
      wishes.push(wish)
      return outcome.kind === 'open' ? { kind: 'done', state } : outcome
    },
    onChange: () => () => {},
  }
  const answers = lockAnswers({
    lock,
    onActive: () => (active += 1),
    note: (act) => noted.push(act),
  })
  return { answers, noted, wishes, active: () => active }
}

describe('the lock for the window', () => {
  it('writes down who unlocked and who was refused, and begins the idle time anew', async () => {
    const right = asked({ kind: 'open' })
    await right.answers['lock:unlock']({ by: 'pin', secret: '2468' })
    expect([right.noted, right.active()]).toEqual([['unlocked'], 1])
    const wrong = asked({ kind: 'wrong', waitMs: 0 })
    await wrong.answers['lock:unlock']({ by: 'pin', secret: '1111' })
    expect([wrong.noted, wrong.active()]).toEqual([['unlock-refused'], 0])
    const early = asked({ kind: 'wait', waitMs: 9 })
    await early.answers['lock:unlock']({ by: 'pin', secret: '1111' })
    expect(early.noted).toEqual([])
  })

  it.each([
    ['pin', '123'],
    ['pin', '1234567890123'],
    ['pin', 'abcd'],
    ['passphrase', 'too short'],
  ] as const)('takes no %s like %s', async (what, next) => {
    const { answers, wishes } = asked({ kind: 'open' })
    const answer = await answers['lock:protect']({ what, proof: '', next })
    expect(answer).toMatchObject({ ok: false, error: { kind: 'bad-input' } })
    expect(wishes).toEqual([])
  })

  it('takes sound ones, and none at all to turn it off', async () => {
    const { answers, noted } = asked({ kind: 'open' })
    for (const [what, next] of [
      ['pin', '2468'],
      ['pin', ''],
      ['passphrase', '红色的猫在屋顶上睡觉'],
      ['passphrase', ''],
    ] as const)
      expect(await answers['lock:protect']({ what, proof: '', next })).toMatchObject({ ok: true })
    expect(noted).toEqual(Array.from({ length: 4 }, () => 'protection-changed'))
  })
})
