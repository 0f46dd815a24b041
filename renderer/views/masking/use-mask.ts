import { useEffect } from 'react'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'

/** Whether id numbers are masked at all. */
export function useMasking(): boolean {
  const { settings } = useSession()
  return useStore(settings).maskNumbers
}

/**
 * Whether a masked number of a record is hidden now; showing it is told to the desk, once a hold.
 * @param isOpened another reason to show it, such as the focus in it
 */
export function useHidden(recordId: string, isMasked: boolean, isOpened: boolean): boolean {
  const { actions, revealing } = useSession()
  const isShown = useStore(revealing) || isOpened
  useEffect(() => {
    if (isShown && isMasked) void actions.revealed(recordId)
    // A number that is settled while it is looked at is not shown anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isShown, recordId])
  return isMasked && !isShown
}
