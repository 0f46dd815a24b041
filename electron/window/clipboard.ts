import { clipboard } from 'electron'
import type { ClipboardPort } from '../export/clipboard.ts'

export const systemClipboard: ClipboardPort = {
  write: (text, html) => clipboard.write(html === undefined ? { text } : { text, html }),
  readText: () => clipboard.readText(),
  clear: () => clipboard.clear(),
}
