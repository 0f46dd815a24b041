import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus on the first thing to fill in of a form that a person just opened. */
export function useFirstFocus(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  return form
}
