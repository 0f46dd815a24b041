import { type RefObject, useEffect, useRef } from 'react'

/**
 * Puts the focus on what comes first of a page that took another’s place: what had it is gone with that. Once more on the
 * next frame, where the dialog took it back in between.
 */
export function usePageFocus<Host extends HTMLElement>(): RefObject<Host | null> {
  const host = useRef<Host>(null)
  useEffect(() => {
    const begin = (): void => host.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    begin()
    const frame = requestAnimationFrame(() => {
      if (host.current?.contains(document.activeElement) === false) begin()
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return host
}
