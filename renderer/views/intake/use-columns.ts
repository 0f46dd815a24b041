import { type RefObject, useEffect, useState } from 'react'

/** How many tiles stand beside each other in a pane. */
export function useColumns(pane: RefObject<HTMLElement | null>, tileWidth: number): number {
  const [columns, setColumns] = useState(1)
  useEffect(() => {
    const element = pane.current
    if (element === null) return undefined
    const measure = () => setColumns(Math.max(1, Math.floor(element.clientWidth / tileWidth)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [pane, tileWidth])
  return columns
}
