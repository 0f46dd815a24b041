import { useEffect } from 'react'
import { useLatest } from '../../parts/use-latest.ts'
import { type Command, commandOf } from '../../state/keyboard.ts'
import { isForDialog } from '../keys/dialog-keys.ts'
import { isWriting } from '../keys/is-writing.ts'

const isInField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-pane=fields] span[data-field]') !== null

/** Runs what a key asks for, anywhere in the window; while a dialog is open it has the keyboard. */
export function useCommands(run: (command: Command) => void): void {
  const latest = useLatest(run)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isForDialog()) return
      const command = commandOf(event, isWriting(event.target), isInField(event.target))
      if (command === null) return
      event.preventDefault()
      latest.current(command)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [latest])
}
