import { useLayoutEffect, useRef } from 'react'

/**
 * Takes the keyboard in the very moment in which the dialog or menu around it is shown, and gives it back when that is gone. It
 * stands before all else in there: the library would give the keyboard a moment later to the first that asks for it,
 * which is this and cannot take it, so that nobody who has gone on meanwhile is brought back.
 */
export function TakesKeyboard() {
  const mark = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    const dialog = mark.current?.closest<HTMLElement>('[role=dialog], [role=menu]')
    for (const wanted of ['[data-autofocus]:not([hidden])', 'button, input, select, textarea'])
      if (!dialog?.contains(document.activeElement))
        dialog?.querySelector<HTMLElement>(wanted)?.focus({ preventScroll: true })
    return () => {
      const { activeElement } = document
      const isFree = activeElement === document.body || dialog?.contains(activeElement)
      if (isFree && before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return <span ref={mark} hidden data-autofocus />
}
