import { createContext, type ReactNode, useContext } from 'react'
import { type DeskState, nothingOnDesk } from './desk-state.ts'
import { useSession } from './session-context.ts'
import { useToldStore } from './use-store.ts'

const DeskContext = createContext<DeskState>(nothingOnDesk)

/** What the window shows of the desk. */
export const useDesk = (): DeskState => useContext(DeskContext)

export function DeskProvider({ children }: { readonly children: ReactNode }) {
  const shown = useToldStore(useSession().desk, isDecision)
  return <DeskContext value={shown}>{children}</DeskContext>
}

/** What the desk tells raises its version; what a person decided does not. */
const isDecision = (now: DeskState, before: DeskState): boolean => now.version === before.version
