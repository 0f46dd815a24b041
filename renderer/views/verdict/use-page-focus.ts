import { type RefObject, useEffect, useRef } from 'react'

/**
 * Puts the focus on what comes first of a page that took another’s place: what had it is gone with that. The dialog looks
 * a moment after Tab has left a date where the focus is, and takes it back if the page was turned before: it is put there
 * once more after that.
 */
export function usePageFocus<Host extends HTMLElement>(): RefObject<Host | null> {
  const host = useRef<Host>(null)
  useEffect(() => {
    if (host.current?.contains(document.activeElement)) return undefined
    const begin = (): void => host.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    begin()
    const later = setTimeout(() => {
      if (host.current?.contains(document.activeElement) === false) begin()
    })
    return () => clearTimeout(later)
  }, [])
  return host
}
