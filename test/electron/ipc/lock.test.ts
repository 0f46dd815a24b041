import { describe, expect, it } from 'vitest'
import type { AuditAct } from '../../../core/audit/entry.ts'
import type { LockState, ProtectWish, UnlockOutcome } from '../../../core/ipc/lock.ts'
import { ok } from '../../../core/result.ts'
import { StoreProblem } from '../../../electron/store/store-problem.ts'
import { lockAnswers, type LockPort } from '../../../electron/ipc/lock.ts'

const state: LockState = { hasPin: true, hasPassphrase: false, isLocked: true, waitMs: 0 }

function asked(outcome: UnlockOutcome, fault?: Error) {
  const noted: AuditAct[] = []
  const faults: unknown[] = []
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
    note(act) {
      if (fault !== undefined) throw fault
      noted.push(act)
    },
    onError: (error) => faults.push(error),
  })
  return { answers, noted, faults, wishes, active: () => active }
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

  it('opens by the right PIN, and refuses the wrong one, though neither can be written down (fault 11)', async () => {
    const full = new StoreProblem('disk-full', 'no room')
    for (const outcome of [{ kind: 'open' }, { kind: 'wrong', waitMs: 0 }] as const) {
      const { answers, faults } = asked(outcome, full)
      expect(await answers['lock:unlock']({ by: 'pin', secret: '2468' })).toEqual(ok(outcome))
      expect(faults).toEqual([full])
    }
    const { answers, faults } = asked({ kind: 'open' }, full)
    const wish = { what: 'pin', proof: '', next: '2468' } as const
    expect(await answers['lock:protect'](wish)).toEqual(ok({ kind: 'done', state }))
    expect(faults).toEqual([full])
  })

  it.each([
    ['pin', '123'],
    ['pin', '1234567890123'],
    ['pin', 'abcd'],
    ['passphrase', 'too short'],
    ['passphrase', '1234567890'],
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
