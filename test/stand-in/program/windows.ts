import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import type { Bounds } from '../calls.ts'
import { app, chosenSwitches, noWindowIsLeft } from './app.ts'
import { answer, browser } from './browser-side.ts'
import { ipcMain } from './ipc-main.ts'
import { forgetWindow, keepWindow, type OpenWindow, openWindows } from './open-windows.ts'
import { preventable } from './preventable.ts'
import { permissionsOf, proxySwitches, wouldFetchDictionaries } from './session.ts'
import { StandInWebContents } from './web-contents.ts'

type Used = Pick<
  BrowserWindow,
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getBounds'
  | 'getNormalBounds'
  | 'id'
  | 'isDestroyed'
  | 'isFocused'
  | 'isMaximized'
  | 'isMinimized'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'setBackgroundColor'
  | 'setProgressBar'
  | 'show'
>

let last = 0

/** A window of the program: a page in the browser. */
export class StandInWindow extends EventEmitter implements Used, OpenWindow {
  static getAllWindows(): StandInWindow[] {
    return openWindows().filter((window) => window instanceof StandInWindow)
  }

  readonly id: number
  readonly webContents: StandInWebContents
  #bounds: Bounds
  #destroyed = false
  readonly #made: Promise<void>

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    last += 1
    this.id = last
    this.webContents = new StandInWebContents(this.id)
    const { x, y, width = 800, height = 600, webPreferences } = options
    refuseLooseLocks(webPreferences)
    this.#bounds = { x: x ?? 0, y: y ?? 0, width, height }
    keepWindow(this)
    app.emit('web-contents-created', preventable(), this.webContents)
    this.#made = browser.ask('openWindow', {
      window: this.id,
      width,
      height,
      ...(x === undefined || y === undefined ? {} : { x, y }),
      background: options.backgroundColor ?? '#ffffff',
      preload: webPreferences?.preload ? readFileSync(webPreferences.preload, 'utf8') : '',
      permissions: permissionsOf(),
      network: {
        switches: [...chosenSwitches(), ...proxySwitches()],
        webRtcPolicy: this.webContents.webRtcPolicy,
      },
    })
  }

  async loadURL(url: string): Promise<void> {
    await this.#made
    await this.webContents.load(url)
    this.emit('ready-to-show')
  }

  close(): void {
    if (!this.#destroyed && this.mayClose()) this.destroy()
  }
  destroy(): void {
    void browser.ask('closeWindow', { window: this.id }).catch(() => undefined)
    this.gone()
  }
  /** Asks the program's listeners. */
  mayClose(): boolean {
    const event = preventable()
    this.emit('close', event)
    return !event.defaultPrevented
  }
  gone(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    forgetWindow(this.id)
    this.webContents.destroyed()
    this.emit('closed')
    if (openWindows().length === 0) noWindowIsLeft()
  }

  moved(bounds: Bounds): void {
    this.#bounds = bounds
  }
  getBounds(): Rectangle {
    return { ...this.#bounds }
  }
  getNormalBounds(): Rectangle {
    return { ...this.#bounds }
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
  /** Whoever is tested may as well be in another program. */
  isFocused(): boolean {
    return false
  }
  isMinimized(): boolean {
    return false
  }
  isMaximized(): boolean {
    return false
  }
  maximize(): void {}
  restore(): void {}
  show(): void {}
  setBackgroundColor(): void {}
  setProgressBar(): void {}
  focus(): void {
    void browser.ask('focusWindow', { window: this.id })
    this.emit('focus')
  }
}

function refuseLooseLocks(wished: BrowserWindowConstructorOptions['webPreferences'] = {}): void {
  if (wished.sandbox === false || wished.contextIsolation === false || wished.nodeIntegration)
    throw new Error('the stand-in opens no window whose page could reach Node')
  if (wouldFetchDictionaries() || !app.asksFewer)
    throw new Error('the stand-in opens no window that would ask others for dictionaries or names')
}

const windowBy = (id: number): StandInWindow | undefined =>
  StandInWindow.getAllWindows().find((window) => window.id === id)

let told = ''

/** The browser is told what a page may as soon as the program decides otherwise. */
async function tellPermissions(): Promise<void> {
  const granted = permissionsOf()
  const now = JSON.stringify(granted)
  if (now === told) return
  const isFirst = told === ''
  told = now
  if (!isFirst) await browser.ask('permissions', { granted })
}

answer({
  async invoke({ window, channel, args, frame }) {
    const sender = windowBy(window)?.webContents
    const event = { sender, senderFrame: { ...frame, parent: null } }
    const answered = await ipcMain.invoke(event, channel, args)
    await tellPermissions()
    return answered
  },
  async mayNavigate({ window, url, isMainFrame }) {
    const contents = windowBy(window)?.webContents
    const event = Object.assign(preventable(), { url, isMainFrame })
    contents?.emit('will-frame-navigate', event)
    if (isMainFrame) contents?.emit('will-navigate', event, url)
    return contents !== undefined && !event.defaultPrevented
  },
  opened: ({ window, url }) => windowBy(window)?.webContents.opened(url),
  mayClose: ({ window }) => windowBy(window)?.mayClose() ?? true,
  closed: ({ window }) => windowBy(window)?.gone(),
  crashed: ({ window }) => windowBy(window)?.webContents.crashed(),
  moved: ({ window, bounds }) => windowBy(window)?.moved(bounds),
  close: ({ window }) => windowBy(window)?.close(),
})
