import { type RefObject, useEffect, useRef } from 'react'

/** The first thing to fill in of a form that a person just opened. */
export function useFirstFocus(): RefObject<HTMLInputElement | null> {
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  return first
}
