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
 * @param isAlone whether nothing that is held open along with it tells the desk already
 */
export function useHidden(
  recordId: string,
  isMasked: boolean,
  isOpened: boolean,
  isAlone = true,
): boolean {
  const { actions, revealing } = useSession()
  const isHeld = useStore(revealing)
  const isShown = isHeld || isOpened
  const isTold = isAlone ? isShown : isOpened
  useEffect(() => {
    if (isTold && isMasked) void actions.revealed(recordId)
    // A number that is settled while it is looked at is not shown anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isTold, recordId])
  return isMasked && !isShown
}
