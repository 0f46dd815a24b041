import type { Ask, CarryOut } from './ask.ts'
import type { Act, FieldChange, History, HistoryEvent } from './history.ts'
import type { Store } from './store.ts'
import type { UnderWay } from './under-way.ts'

/** Taking back what was done, and doing it again. */
export interface HistoryActions {
  /** The act that was taken back; null when there is none, `lost` when it could not be. */
  readonly undo: () => Promise<Act | 'lost' | null>
  readonly redo: () => Promise<Act | 'lost' | null>
  /** Decides many fields at once, as one act. */
  readonly amend: (changes: readonly FieldChange[]) => Promise<boolean>
}

export function createHistoryActions(
  ask: Ask,
  carryOut: CarryOut,
  history: Store<History, HistoryEvent>,
  acts: UnderWay,
): HistoryActions {
  const decide = async (
    changes: readonly FieldChange[],
    side: 'before' | 'after',
  ): Promise<boolean> => {
    const decided = changes.map(({ recordId: id, field, ...sides }) => ({
      id,
      field,
      value: sides[side],
    }))
    return ((await ask('records:amend', { changes: decided }))?.count ?? 0) > 0
  }
  const takeAgain = (act: Extract<Act, { kind: 'taken' }>): Promise<boolean> => {
    const channels = {
      putAway: 'jobs:put-away',
      remove: 'records:remove',
      delete: 'records:delete',
    } as const
    return carryOut(channels[act.how], { ids: [...act.ids] })
  }
  const bringBack = async (ids: readonly string[]): Promise<boolean> =>
    ((await ask('records:bring-back', { ids: [...ids] }))?.count ?? 0) > 0

  /** One after the other, however fast the keys are pressed, and after what was done just before. */
  let latest: Promise<unknown> = Promise.resolve()
  const inTurn = (
    newest: () => Act | undefined,
    carryOn: (act: Act) => Promise<boolean>,
    kind: 'undone' | 'redone',
  ): Promise<Act | 'lost' | null> => {
    const outcome = latest.then(acts.over).then(async () => {
      const act = newest()
      if (act === undefined) return null
      const isDone = await carryOn(act)
      history.send(isDone ? { kind } : { kind: 'lost', act })
      return isDone ? act : 'lost'
    })
    latest = outcome.catch(() => undefined)
    return outcome
  }
  return {
    undo: () =>
      inTurn(
        () => history.get().past.at(-1),
        (act) => (act.kind === 'fields' ? decide(act.changes, 'before') : bringBack(act.ids)),
        'undone',
      ),
    redo: () =>
      inTurn(
        () => history.get().future.at(-1),
        (act) => (act.kind === 'fields' ? decide(act.changes, 'after') : takeAgain(act)),
        'redone',
      ),
    amend: (changes) =>
      acts.begin(async () => {
        const [first, ...others] = changes
        if (first === undefined || !(await decide(changes, 'after'))) return false
        history.send({ kind: 'did', act: { kind: 'fields', changes: [first, ...others] } })
        return true
      }),
  }
}
