import type { DeskApi, Problem } from '../../core/ipc/contract.ts'
import { type DeskEvent, type DeskState, needsSnapshot } from './desk-state.ts'
import type { Store } from './store.ts'

/**
 * Keeps the store in step with the desk: listens to changes and asks for a snapshot at the start
 * and whenever a version was missed. Returns how to stop.
 */
export function followDesk(
  desk: DeskApi,
  store: Store<DeskState, DeskEvent>,
  onProblem: (problem: Problem) => void,
): () => void {
  let asking = false
  const following = { over: false }
  const catchUp = async (): Promise<void> => {
    if (asking) return
    asking = true
    while (!following.over && needsSnapshot(store.get())) {
      const answer = await desk.call('desk:snapshot', null)
      if (following.over) break
      if (!answer.ok) {
        onProblem(answer.error)
        break
      }
      store.send({ kind: 'snapshot', snapshot: answer.value })
    }
    asking = false
  }
  const stop = desk.on('desk:changed', (change) => {
    store.send({ kind: 'changed', change })
    if (needsSnapshot(store.get())) void catchUp()
  })
  void catchUp()
  return () => {
    following.over = true
    stop()
  }
}
