import type { Dialog } from 'electron'
import { browser } from './browser-side.ts'

/** Electron takes a window before the options, or none. */
const lastOf = <Value>(args: readonly unknown[]): Value => args.at(-1) as Value

/** The system's dialogs: whoever owns the browser answers them. */
export const dialog = {
  async showOpenDialog(...args: unknown[]): ReturnType<Dialog['showOpenDialog']> {
    const options = lastOf<Electron.OpenDialogOptions>(args)
    const { paths = [] } = await browser.ask('dialog', { kind: 'open', options })
    return { canceled: paths.length === 0, filePaths: [...paths] }
  },
  async showSaveDialog(...args: unknown[]): ReturnType<Dialog['showSaveDialog']> {
    const options = lastOf<Electron.SaveDialogOptions>(args)
    const { paths = [] } = await browser.ask('dialog', { kind: 'save', options })
    return { canceled: paths.length === 0, filePath: paths[0] ?? '' }
  },
  async showMessageBox(...args: unknown[]): ReturnType<Dialog['showMessageBox']> {
    const options = lastOf<Electron.MessageBoxOptions>(args)
    const { button } = await browser.ask('dialog', { kind: 'message', options })
    return { response: button ?? options.cancelId ?? 0, checkboxChecked: false }
  },
  showErrorBox: ((title, content) => {
    const options = { type: 'error' as const, message: title, detail: content }
    void browser.ask('dialog', { kind: 'message', options })
  }) satisfies Dialog['showErrorBox'],
}
