import { BrowserWindow, screen } from 'electron'
import { pageAddress } from '../ipc/page-address.ts'
import { leastSize, type Placement, placeWindow } from './placement.ts'

/** Keeps where the window stood. */
export interface PlacementKeeper {
  load(): unknown
  save(placement: Placement): void
}

export interface DeskWindowParts {
  readonly preload: string
  readonly title: string
  readonly background: string
  readonly placements: PlacementKeeper
  readonly devTools: boolean
}

/** Opens the one window of the program, where it stood last, and shows it when there is something to see. */
export function openDeskWindow(parts: DeskWindowParts): BrowserWindow {
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()]
  const { maximized, ...bounds } = placeWindow(
    parts.placements.load(),
    displays.map(({ workArea }) => workArea),
  )
  const window = new BrowserWindow({
    ...bounds,
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    title: parts.title,
    backgroundColor: parts.background,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: parts.devTools,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  window.on('close', () =>
    parts.placements.save({ ...window.getNormalBounds(), maximized: window.isMaximized() }),
  )
  void window.loadURL(pageAddress)
  return window
}

/** Brings a window to the front, also from the task bar. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
