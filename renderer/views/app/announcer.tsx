import { VisuallyHidden } from '@mantine/core'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'

/** Says what changed to whoever hears the screen rather than sees it. */
export function Announcer() {
  const { spoken } = useSession()
  return (
    <VisuallyHidden>
      <div role="status" aria-live="polite" data-spoken="">
        {useStore(spoken)}
      </div>
    </VisuallyHidden>
  )
}
