import { describe, expect, it } from 'vitest'
import type { AuditAct } from '../../../core/audit/entry.ts'
import { StoreProblem } from '../../../electron/store/store-problem.ts'
import { createLock, type PassphrasePort, type PinPort } from '../../../electron/window/lock.ts'

const right = '2468'
const phrase = 'K7QMA-2XPDC'

/** A PIN whose third wrong try has to wait. */
function pinOf(first: string): PinPort {
  let pin = first
  let wrong = 0
  return {
    isSet: () => pin !== '',
    wait: () => (wrong < 3 ? 0 : 30_000),
    async tryPin(tried) {
      if (wrong >= 3) return { kind: 'too-soon', wait: 30_000 }
      if (tried === pin) {
        wrong = 0
        return { kind: 'right' }
      }
      wrong += 1
      return { kind: 'wrong', wait: wrong < 3 ? 0 : 30_000 }
    },
    set: async (next) => {
      pin = next
    },
    remove: () => {
      pin = ''
    },
  }
}

/** A passphrase whose third wrong try has to wait. */
function passphraseOf(first: string): PassphrasePort {
  let passphrase = first
  let wrong = 0
  return {
    isSet: () => passphrase !== '',
    async tryPassphrase(tried) {
      if (wrong >= 3) return { kind: 'too-soon', wait: 30_000 }
      if (tried === passphrase) return { kind: 'right' }
      wrong += 1
      return { kind: 'wrong', wait: wrong < 3 ? 0 : 30_000 }
    },
    set: async (next) => {
      passphrase = next
    },
    remove: async () => {
      if (passphrase === 'the only way') throw new Error('the only way')
      passphrase = ''
    },
  }
}

function lockWith({ pin = '', passphrase = '' } = {}) {
  const noted: AuditAct[] = []
  const [pinPort, passphrasePort] = [pinOf(pin), passphraseOf(passphrase)]
  const lock = createLock({
    pin: () => pinPort,
    passphrase: () => passphrasePort,
    note: (act) => noted.push(act),
    onError: () => {},
  })
  lock.lock()
  noted.length = 0
  const told: boolean[] = []
  lock.onChange(({ isLocked }) => told.push(isLocked))
  return { lock, noted, told }
}

describe('the lock on the window', () => {
  it('is closed where a PIN is set, and never where none is', () => {
    expect(lockWith({ pin: right }).lock.state().isLocked).toBe(true)
    const { lock, told } = lockWith()
    lock.lock()
    expect([lock.state().isLocked, told]).toEqual([false, []])
  })

  it('opens by the PIN, closes again, and tells both', async () => {
    const { lock, told, noted } = lockWith({ pin: right })
    expect(await lock.unlock({ by: 'pin', secret: right })).toEqual({ kind: 'open' })
    lock.lock()
    lock.lock()
    expect(told).toEqual([false, true])
    expect(noted).toEqual(['locked'])
  })

  it('stays closed for a wrong PIN, and after some does not even look', async () => {
    const { lock } = lockWith({ pin: right })
    for (const waitMs of [0, 0, 30_000])
      expect(await lock.unlock({ by: 'pin', secret: '1111' })).toEqual({ kind: 'wrong', waitMs })
    expect(await lock.unlock({ by: 'pin', secret: right })).toEqual({
      kind: 'wait',
      waitMs: 30_000,
    })
    expect(lock.state()).toMatchObject({ isLocked: true, waitMs: 30_000 })
  })

  it('opens by the recovery passphrase, also while the PIN has to wait', async () => {
    const { lock } = lockWith({ pin: right, passphrase: phrase })
    for (let tries = 0; tries < 4; tries += 1) await lock.unlock({ by: 'pin', secret: '1111' })
    expect(await lock.unlock({ by: 'passphrase', secret: 'no' })).toMatchObject({ kind: 'wrong' })
    expect(await lock.unlock({ by: 'passphrase', secret: phrase })).toEqual({ kind: 'open' })
  })

  it('stays closed for wrong passphrases, and after some does not even look', async () => {
    const { lock } = lockWith({ pin: right, passphrase: phrase })
    const tryIt = (secret: string) => lock.unlock({ by: 'passphrase', secret })
    for (const waitMs of [0, 0, 30_000])
      expect(await tryIt('no')).toEqual({ kind: 'wrong', waitMs })
    expect(await tryIt(phrase)).toEqual({ kind: 'wait', waitMs: 30_000 })
    expect(await lock.protect({ what: 'pin', proof: phrase, next: '' })).toMatchObject({
      kind: 'wait',
    })
    expect(await lock.unlock({ by: 'pin', secret: right })).toEqual({ kind: 'open' })
  })

  it('does not open by a passphrase where none is set', async () => {
    const { lock } = lockWith({ pin: right })
    expect(await lock.unlock({ by: 'passphrase', secret: '' })).toMatchObject({ kind: 'wrong' })
  })
})

it('is open, and protects nothing, as long as the records are shut', async () => {
  const lock = createLock({
    pin: () => undefined,
    passphrase: () => undefined,
    note: () => {},
    onError: () => {},
  })
  lock.lock()
  expect(lock.state()).toEqual({ hasPin: false, hasPassphrase: false, isLocked: false, waitMs: 0 })
})

it('is closed, and told, though that cannot be written down (fault 11)', () => {
  const faults: unknown[] = []
  const full = new StoreProblem('disk-full', 'no room')
  const lock = createLock({
    pin: () => pinOf(right),
    passphrase: () => undefined,
    note: () => {
      throw full
    },
    onError: (error) => faults.push(error),
  })
  const told: boolean[] = []
  lock.onChange(({ isLocked }) => told.push(isLocked))
  lock.lock()
  expect([lock.state().isLocked, told, faults]).toEqual([true, [true], [full]])
})

describe('changing the protection', () => {
  it('needs no proof for the first PIN, and the PIN or the passphrase from then on', async () => {
    const { lock } = lockWith({ passphrase: phrase })
    const set = (proof: string, next: string) => lock.protect({ what: 'pin', proof, next })
    expect(await set('', right)).toMatchObject({ kind: 'done', state: { hasPin: true } })
    expect(await set('1111', '9999')).toEqual({ kind: 'wrong', waitMs: 0 })
    expect(await set(right, '9999')).toMatchObject({ kind: 'done' })
    expect(await set(phrase, '')).toMatchObject({ kind: 'done', state: { hasPin: false } })
  })

  it('takes a passphrase of digits for proof, and counts no passphrase as a wrong PIN', async () => {
    const { lock } = lockWith({ pin: right, passphrase: '8462951' })
    for (let tries = 0; tries < 2; tries += 1)
      await lock.protect({ what: 'pin', proof: 'no PIN at all', next: '' })
    expect(lock.state().waitMs).toBe(0)
    const by = await lock.protect({ what: 'pin', proof: '8462951', next: '1357' })
    expect(by).toMatchObject({ kind: 'done' })
  })

  it('needs the PIN for another passphrase', async () => {
    const { lock } = lockWith({ pin: right })
    const wish = { what: 'passphrase', next: phrase } as const
    expect(await lock.protect({ ...wish, proof: '' })).toMatchObject({ kind: 'wrong' })
    expect(await lock.protect({ ...wish, proof: right })).toMatchObject({
      kind: 'done',
      state: { hasPassphrase: true },
    })
  })

  it('says that it failed, and leaves all as it was, when it cannot be written down', async () => {
    const { lock } = lockWith({ passphrase: 'the only way' })
    expect(await lock.protect({ what: 'passphrase', proof: '', next: '' })).toEqual({
      kind: 'failed',
    })
    expect(lock.state().hasPassphrase).toBe(true)
  })
})
