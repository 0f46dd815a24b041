import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus on what comes first of a page that took another’s place: what had it is gone with that. */
export function usePageFocus<Host extends HTMLElement>(): RefObject<Host | null> {
  const host = useRef<Host>(null)
  useEffect(() => host.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [])
  return host
}
