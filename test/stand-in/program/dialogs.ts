import type { Dialog } from 'electron'
import { browser } from './browser-side.ts'

/** Electron takes a window before the options, or none. */
type Asked<Options> = readonly [options: Options] | readonly [window: unknown, options: Options]

const optionsOf = <Options>(args: Asked<Options>): Options =>
  args.length === 1 ? args[0] : args[1]

/** The system's dialogs: whoever owns the browser answers them. */
export const dialog = {
  async showOpenDialog(
    ...args: Asked<Electron.OpenDialogOptions>
  ): ReturnType<Dialog['showOpenDialog']> {
    const options = optionsOf(args)
    const { paths = [] } = await browser.ask('dialog', { kind: 'open', options })
    return { canceled: paths.length === 0, filePaths: [...paths] }
  },
  async showSaveDialog(
    ...args: Asked<Electron.SaveDialogOptions>
  ): ReturnType<Dialog['showSaveDialog']> {
    const options = optionsOf(args)
    const { paths = [] } = await browser.ask('dialog', { kind: 'save', options })
    return { canceled: paths.length === 0, filePath: paths[0] ?? '' }
  },
  async showMessageBox(
    ...args: Asked<Electron.MessageBoxOptions>
  ): ReturnType<Dialog['showMessageBox']> {
    const options = optionsOf(args)
    const { button } = await browser.ask('dialog', { kind: 'message', options })
    return { response: button ?? options.cancelId ?? 0, checkboxChecked: false }
  },
  showErrorBox: ((title, content) => {
    const options = { type: 'error' as const, message: title, detail: content }
    void browser.ask('dialog', { kind: 'message', options })
  }) satisfies Dialog['showErrorBox'],
}
