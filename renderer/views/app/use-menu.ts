import { useEffect } from 'react'
import { useLatest } from '../../parts/use-latest.ts'
import type { EventPayload } from '../../../core/ipc/contract.ts'
import { useSession } from '../../state/session-context.ts'

type Item = EventPayload<'menu:chosen'>['item']

/** Runs what was chosen in the menu bar. */
export function useMenu(run: (item: Item) => void): void {
  const { onMenu } = useSession()
  const latest = useLatest(run)
  useEffect(() => onMenu((item) => latest.current(item)), [latest, onMenu])
}
