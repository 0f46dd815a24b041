import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../core/ipc/contract.ts'
import { channels, openWhileLocked } from '../../../core/ipc/channels.ts'
import type { LockState } from '../../../core/ipc/lock.ts'
import { ok, type Result } from '../../../core/result.ts'
import { StoreProblem } from '../../../electron/store/store-problem.ts'
import { serve, type Answers } from '../../../electron/ipc/serve.ts'
import { tellTo } from '../../../electron/ipc/tell.ts'

const lock: LockState = { hasPin: true, hasPassphrase: false, isLocked: true, waitMs: 0 }

function served(answers: Partial<Answers>, isLocked = () => false, isTrusted = true) {
  const handlers = new Map<string, (event: null, input: unknown) => Promise<unknown>>()
  const errors: unknown[] = []
  serve<null>({
    server: { handle: (channel, listener) => void handlers.set(channel, listener) },
    isTrusted: () => isTrusted,
    isLocked,
    answers: () => answers,
    onError: (error) => errors.push(error),
  })
  const ask = async (channel: string, input: unknown = null): Promise<unknown> =>
    handlers.get(channel)?.(null, input)
  return { ask, errors }
}

const problem = (kind: Problem['kind']): unknown =>
  expect.objectContaining({ ok: false, error: expect.objectContaining({ kind }) })

describe('the door to the window', () => {
  it('answers nothing that was read, and changes nothing, while it is locked', async () => {
    const { ask } = served({}, () => true)
    const closed = channels.filter((channel) => !openWhileLocked.has(channel))
    const answers = await Promise.all(closed.map((channel) => ask(channel)))
    expect(answers).toEqual(closed.map(() => problem('locked')))
  })

  it('does not tell behind the lock what was asked before it', async () => {
    for (const answer of [
      async () => ok({ total: 0, matches: [] }),
      () => Promise.reject(new StoreProblem('disk-full', 'no room')),
    ]) {
      let isLocked = false
      const { ask } = served(
        {
          'records:find': () => {
            isLocked = true
            return answer()
          },
        },
        () => isLocked,
      )
      expect(await ask('records:find', { text: '', offset: 0, limit: 9 })).toEqual(
        problem('locked'),
      )
    }
  })

  it('tells whoever opens the records that they are open, though they lock as they open', async () => {
    let isLocked = false
    const open = { kind: 'open', notices: [] } as const
    const { ask } = served(
      {
        'vault:retry': async () => {
          isLocked = true
          return ok({ ...open, notices: [] })
        },
      },
      () => isLocked,
    )
    expect(await ask('vault:retry')).toEqual(ok(open))
  })

  it('is left open while it is locked only for the lock itself, how the screen looks, and closing', () => {
    expect([...openWhileLocked].toSorted()).toEqual([
      'lock:active',
      'lock:lock',
      'lock:state',
      'lock:unlock',
      'program:leave-now',
      'settings:read',
      'vault:state',
    ])
  })

  it('lets somebody unlock', async () => {
    const { ask } = served({ 'lock:state': async () => ok(lock) }, () => true)
    expect(await ask('lock:state')).toEqual({ ok: true, value: lock })
  })

  it('says that the desk is not open yet', async () => {
    expect(await served({}).ask('desk:snapshot')).toEqual(problem('refused'))
  })

  it('refuses strangers before anything else', async () => {
    const { ask } = served({ 'lock:state': async () => ok(lock) }, () => true, false)
    expect(await ask('lock:state')).toEqual(problem('refused'))
  })

  it('refuses what the contract does not know, and tells where without a value', async () => {
    const { ask } = served({ 'lock:unlock': async () => ok({ kind: 'open' }) })
    const answer = await ask('lock:unlock', { by: 'pin', secret: 2468 })
    expect(answer).toEqual(problem('bad-input'))
    expect(JSON.stringify(answer)).not.toContain('2468')
  })

  it('says that the disk is full, which is no fault of the program', async () => {
    const { ask, errors } = served({
      'lock:state': () => Promise.reject(new StoreProblem('disk-full', 'no room')),
    })
    expect([await ask('lock:state'), errors]).toEqual([problem('disk-full'), []])
  })

  it('turns a fault into an answer', async () => {
    const { ask, errors } = served({
      'lock:state': (): Promise<Result<LockState, Problem>> => Promise.reject(new TypeError('x')),
    })
    expect(await ask('lock:state')).toEqual(problem('failed'))
    expect(errors).toHaveLength(1)
  })
})

describe('what the window is told', () => {
  it('is nothing of the desk while it is locked', () => {
    const heard: string[] = []
    const window = { isDestroyed: () => false, send: (event: string) => void heard.push(event) }
    let isLocked = true
    const tell = tellTo(
      () => window,
      () => isLocked,
    )
    tell('desk:changed', { version: 1, jobs: [], records: [], removedJobIds: [], pause: 'none' })
    tell('lock:changed', lock)
    isLocked = false
    tell('lock:due', null)
    expect(heard).toEqual(['lock:changed', 'lock:due'])
  })
})
