import { useEffect, useState } from 'react'
import type { Carried } from '../../state/brought-in.ts'

/** Files, or an image of a page, which comes as its address. */
const isWelcome = (event: DragEvent): boolean =>
  event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/uri-list') ?? false

/** Makes the whole window a place to drop files and images; tells whether something hangs over it. */
export function useDrop(
  onFiles: (files: readonly File[]) => void,
  onCarried: (carried: Carried) => void,
): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    // Entering a child tells of leaving its parent afterwards: only the balance counts.
    let depth = 0
    // What moves under the pointer is entered anew, and a drop then counts by the answer to that.
    const welcome = (event: DragEvent) => {
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = isWelcome(event) ? 'copy' : 'none'
    }
    const onEnter = (event: DragEvent) => {
      welcome(event)
      if (!isWelcome(event)) return
      depth += 1
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (!isWelcome(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      depth = 0
      setOver(false)
      const data = event.dataTransfer
      const files = [...(data?.files ?? [])]
      if (files.length > 0) return onFiles(files)
      if (data === null || !isWelcome(event)) return
      onCarried({
        uriList: data.getData('text/uri-list'),
        html: data.getData('text/html'),
        text: data.getData('text/plain'),
      })
    }
    window.addEventListener('dragenter', onEnter)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('dragover', welcome)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragenter', onEnter)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('dragover', welcome)
      window.removeEventListener('drop', onDrop)
    }
  }, [onFiles, onCarried])
  return over
}
