import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * What stands on the screen, for what hears the window and is not drawn: noted before it is painted. An effect after
 * painting comes later where React draws piece by piece, and a quick key would meet what stood there before.
 */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
