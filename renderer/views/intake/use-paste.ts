import { useEffect } from 'react'
import { isWriting } from '../keys/is-writing.ts'

/** What was pasted outside a text field: copied files, or text that may hold paths. */
export function usePaste(
  onFiles: (files: readonly File[]) => void,
  onText: (text: string) => void,
): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0 && isWriting(event.target)) return
      event.preventDefault()
      if (files.length > 0) onFiles(files)
      else onText(event.clipboardData?.getData('text/plain') ?? '')
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [onFiles, onText])
}
