/** A value that changes only by events through one pure step. */
export interface Store<State, Event> {
  readonly get: () => State
  readonly send: (event: Event) => void
  /** Returns its unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void
}

export function createStore<State, Event>(
  initial: State,
  step: (state: State, event: Event) => State,
): Store<State, Event> {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    send: (event) => {
      const next = step(state, event)
      if (next === state) return
      state = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
