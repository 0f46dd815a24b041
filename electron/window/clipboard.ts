import { clipboard, ClipboardItem } from 'electron'
import type { ClipboardPort } from '../export/clipboard.ts'

/** What keeps a text out of the history that Windows keeps, and sends to other computers, and out of a Mac's helpers. */
const keptOut: Readonly<Record<string, Readonly<Record<string, Blob>>>> = {
  win32: {
    'electron application/osclipboard;format="CanIncludeInClipboardHistory"': new Blob([
      new Uint8Array(4),
    ]),
    'electron application/osclipboard;format="CanUploadToCloudClipboard"': new Blob([
      new Uint8Array(4),
    ]),
  },
  darwin: {
    'electron application/osclipboard;format="org.nspasteboard.ConcealedType"': new Blob(['']),
  },
}

export const systemClipboard: ClipboardPort = {
  async write(text, html) {
    const plain = { 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) }
    try {
      const marked = { ...plain, ...keptOut[process.platform] }
      await clipboard.write([new ClipboardItem(marked)])
    } catch {
      // A system that knows no such marks takes the text without.
      await clipboard.write([new ClipboardItem(plain)])
    }
  },
  readText: () => clipboard.readText(),
  clear: () => clipboard.clear(),
}
