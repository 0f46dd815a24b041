import { Notifications } from '@mantine/notifications'
import { useEffect } from 'react'

const place = 'bottom-center'
/** The line of the key hints, in which what is told stands, and what is left free below that. */
const [line, below] = [34, 2]

/** What is told, in the line of the key hints; where it takes more, the page makes room for it. */
export function Notes() {
  useEffect(() => {
    const told = document.querySelector(`[data-pane=notes][data-position=${place}]`)
    if (told === null) return
    const page = document.documentElement.style
    const observer = new ResizeObserver(() => {
      const { height } = told.getBoundingClientRect()
      page.setProperty('--told-over', `${height > line ? height + below - line : 0}px`)
    })
    observer.observe(told)
    return () => {
      observer.disconnect()
      page.removeProperty('--told-over')
    }
  }, [])
  return (
    <Notifications
      data-pane="notes"
      // What is measured must be there at once.
      withinPortal={false}
      position={place}
      layout="stacked"
      limit={3}
      transitionDuration={100}
    />
  )
}
