import { useSyncExternalStore } from 'react'
import type { Store } from './store.ts'

export const useStore = <State, Event>(store: Store<State, Event>): State =>
  useSyncExternalStore(store.subscribe, store.get)
