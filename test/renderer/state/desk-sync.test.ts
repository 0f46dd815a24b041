import { describe, expect, it } from 'vitest'
import type { DeskSnapshot, Problem } from '../../../core/ipc/contract.ts'
import { nothingOnDesk, stepDesk } from '../../../renderer/state/desk-state.ts'
import { followDesk } from '../../../renderer/state/desk-sync.ts'
import { createStore } from '../../../renderer/state/store.ts'
import { createFakeDesk, emptyScene } from '../fake-desk/fake-desk.ts'

/** A desk of which the test itself says what it answers; null answers with a problem. */
function deskOf(snapshots: readonly (DeskSnapshot | null)[]) {
  const left = [...snapshots]
  let asked = 0
  const { api, tell, listening } = createFakeDesk(emptyScene, {
    'desk:snapshot': async () => {
      asked += 1
      const next = left.shift()
      if (next === undefined || next === null) throw new Error('gone')
      return next
    },
  })
  return {
    desk: api,
    tell: (version: number) =>
      tell({ version, jobs: [], records: [], removedJobIds: [], pause: 'none' }),
    asked: () => asked,
    listening,
  }
}

const at = (version: number): DeskSnapshot => ({ version, jobs: [], records: [], pause: 'none' })
const settled = () => new Promise<void>((resolve) => void setImmediate(resolve))

describe('following the desk', () => {
  it('asks again when a change was missed, and only then', async () => {
    const { desk, tell, asked } = deskOf([at(3), at(6)])
    const store = createStore(nothingOnDesk, stepDesk)
    followDesk(desk, store, () => {})
    await settled()
    tell(4)
    await settled()
    expect([store.get().version, asked()]).toEqual([4, 1])
    tell(6)
    await settled()
    expect([store.get().version, asked()]).toEqual([6, 2])
  })

  it('tells a problem and does not ask in circles', async () => {
    const problems: Problem[] = []
    const { desk, asked } = deskOf([null])
    followDesk(desk, createStore(nothingOnDesk, stepDesk), (one) => problems.push(one))
    await settled()
    expect([problems, asked()]).toEqual([[{ kind: 'failed', detail: 'Error: gone' }], 1])
  })

  it('listens no longer once stopped', async () => {
    const { desk, listening } = deskOf([at(1)])
    const stop = followDesk(desk, createStore(nothingOnDesk, stepDesk), () => {})
    await settled()
    expect(listening()).toBe(1)
    stop()
    expect(listening()).toBe(0)
  })
})
