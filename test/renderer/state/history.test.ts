import { describe, expect, it } from 'vitest'
import {
  type Act,
  type History,
  noHistory,
  stepHistory,
  typedBefore,
} from '../../../renderer/state/history.ts'
import { createHistoryActions } from '../../../renderer/state/history-actions.ts'
import { createUnderWay } from '../../../renderer/state/under-way.ts'
import { createStore } from '../../../renderer/state/store.ts'

const change = (field: 'name' | 'sex', before: string | null, after: string | null): Act => ({
  kind: 'fields',
  changes: [{ recordId: 'r', field, before, after }],
})
const did = (state: History, act: Act): History => stepHistory(state, { kind: 'did', act })

describe('the history', () => {
  const [first, second] = [change('name', null, '佘'), change('name', '佘', '余')]

  it('takes back the newest first, and forgets what was taken back when something new is done', () => {
    const both = did(did(noHistory, first), second)
    const one = stepHistory(both, { kind: 'undone' })
    expect(one).toEqual({ past: [first], future: [second] })
    expect(stepHistory(one, { kind: 'redone' })).toEqual(both)
    expect(did(one, change('sex', null, '女')).future).toEqual([])
    expect(stepHistory(noHistory, { kind: 'undone' })).toEqual(noHistory)
  })

  it('knows what was typed before, the newest first', () => {
    const state = stepHistory(did(did(noHistory, first), second), { kind: 'undone' })
    expect(typedBefore(state, 'r', 'name')).toEqual(['余', '佘'])
    expect(typedBefore(state, 'r', 'sex')).toEqual([])
  })

  it('carries out one after the other what is asked for faster than it can be done', async () => {
    const asked: unknown[] = []
    const store = createStore(did(did(noHistory, first), second), stepHistory)
    const actions = createHistoryActions(
      async (_channel, input) => {
        await Promise.resolve()
        asked.push(input)
        return null
      },
      async () => true,
      store,
      createUnderWay(),
    )
    const outcomes = await Promise.all([actions.undo(), actions.undo(), actions.undo()])
    expect(outcomes).toEqual(['lost', 'lost', null])
    expect(asked).toHaveLength(2)
    expect(store.get()).toEqual(noHistory)
  })

  it('takes back what was begun before and is answered later', async () => {
    const answer = Promise.withResolvers<void>()
    const store = createStore(noHistory, stepHistory)
    const carryOut = async (): Promise<boolean> => true
    const acts = createUnderWay()
    const actions = createHistoryActions(async () => null, carryOut, store, acts)
    const act = { kind: 'taken', how: 'delete', ids: ['r'] } as const
    const deleted = acts.begin(async () => {
      await answer.promise
      store.send({ kind: 'did', act })
    })
    const undone = actions.undo()
    answer.resolve()
    await deleted
    // The desk of this test brings nothing back; without waiting there would be nothing to take back.
    expect(await undone).toBe('lost')
  })
})
