import { useEffect } from 'react'
import { isWriting } from '../keys/is-writing.ts'

/**
 * What was pasted outside a text field: copied files, or text that may hold paths. In a field text wins: a spreadsheet
 * copies a picture of its cells along.
 */
export function usePaste(
  onFiles: (files: readonly File[]) => void,
  onText: (text: string) => void,
): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (isWriting(event.target) && (files.length === 0 || text !== '')) return
      event.preventDefault()
      if (files.length > 0) onFiles(files)
      else onText(text)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [onFiles, onText])
}
