/** Electron's main-process API, as far as the program uses it, in plain Node. */
import type * as electronModule from 'electron'
import { app } from './app.ts'
import { clipboard, ClipboardItem, globalShortcut } from './clipboard.ts'
import { dialog } from './dialogs.ts'
import { ipcMain } from './ipc-main.ts'
import { Notification } from './notification.ts'
import { protocol, session } from './session.ts'
import { Menu, nativeTheme, powerMonitor, safeStorage, screen, shell } from './system.ts'
import { utilityProcess } from './utility-process.ts'
import { StandInWindow } from './windows.ts'

export { StandInWindow as BrowserWindow }
export {
  app,
  clipboard,
  ClipboardItem,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
}

/** The names are Electron's own; some packages take them from the default export. */
const names = {
  app,
  BrowserWindow: StandInWindow,
  clipboard,
  ClipboardItem,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
} satisfies Partial<Record<keyof typeof electronModule, unknown>>

const electron: Readonly<Record<string, unknown>> = names
export default electron
