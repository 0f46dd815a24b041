import { startTransition, useEffect, useState, useSyncExternalStore } from 'react'
import type { Store } from './store.ts'

/** What a person changes: drawn at once. */
export const useStore = <State, Event>(store: Store<State, Event>): State =>
  useSyncExternalStore(store.subscribe, store.get)

/** The same of one of its parts: what becomes of the others draws nothing. */
export const usePart = <State, Event, Part extends keyof State>(
  store: Store<State, Event>,
  part: Part,
): State[Part] => useSyncExternalStore(store.subscribe, () => store.get()[part])

/**
 * What the desk tells, which may be of hundreds of images in a second: drawn piece by piece in between keys and pointer,
 * which need not wait for it.
 * @param isUrgent whether a change is to be seen at once all the same
 */
export function useToldStore<State, Event>(
  store: Store<State, Event>,
  isUrgent: (now: State, before: State) => boolean = never,
): State {
  const [shown, setShown] = useState(store.get)
  useEffect(() => {
    let before = store.get()
    const show = () => {
      const now = store.get()
      if (isUrgent(now, before)) setShown(now)
      else startTransition(() => setShown(now))
      before = now
    }
    show()
    return store.subscribe(show)
  }, [store, isUrgent])
  return shown
}

const never = (): boolean => false
