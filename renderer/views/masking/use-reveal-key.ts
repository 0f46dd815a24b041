import { useEffect } from 'react'
import { useSession } from '../../state/session-context.ts'

const revealKey = 'F2'

/** As long as the key is held, masked numbers are shown; letting go, or leaving the window, ends it. */
export function useRevealKey(): void {
  const { revealing } = useSession()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== revealKey || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      revealing.send(true)
    }
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key === revealKey) revealing.send(false)
    }
    const end = () => revealing.send(false)
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('keyup', onKeyUp)
    window.addEventListener('blur', end)
    return () => {
      end()
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('keyup', onKeyUp)
      window.removeEventListener('blur', end)
    }
  }, [revealing])
}
