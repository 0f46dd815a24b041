import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { App, CommandLine } from 'electron'
import { answer } from './browser-side.ts'
import { openWindows } from './open-windows.ts'
import { preventable } from './preventable.ts'
import { start } from './start.ts'

type Used = Pick<
  App,
  | 'configureHostResolver'
  | 'exit'
  | 'getAppPath'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'getVersion'
  | 'isPackaged'
  | 'name'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setProxy'
  | 'whenReady'
>

const packageFile: { name: string; productName?: string; version: string } = JSON.parse(
  readFileSync(path.join(start.appFolder, 'package.json'), 'utf8'),
)

/** What the program tells Chromium before there is one. */
const switches = new Map<string, string | undefined>()

const commandLine: Pick<CommandLine, 'appendSwitch'> = {
  appendSwitch: (name, value) => void switches.set(name, value),
}

/** As they stand on a command line. */
export const chosenSwitches = (): string[] =>
  [...switches].map(([name, value]) => `--${name}${value === undefined ? '' : `=${value}`}`)

class StandInApp extends EventEmitter implements Used {
  readonly isPackaged = false
  readonly commandLine = commandLine
  /** Whether names are asked of nobody but the system. */
  asksFewer = false
  name = packageFile.productName ?? packageFile.name
  readonly #whenReady = new Promise<void>((resolve) => {
    setImmediate(() => {
      this.emit('ready')
      resolve()
    })
  })

  configureHostResolver({ secureDnsMode }: Electron.ConfigureHostResolverOptions): void {
    this.asksFewer = secureDnsMode === 'off'
  }
  async setProxy(): Promise<void> {}
  getVersion(): string {
    return packageFile.version
  }
  getAppPath(): string {
    return start.appFolder
  }
  getPreferredSystemLanguages(): string[] {
    return [...start.languages]
  }
  whenReady(): Promise<void> {
    return this.#whenReady
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    switch (name) {
      case 'userData':
      case 'sessionData':
        return start.userData
      case 'home':
        return os.homedir()
      case 'temp':
        return os.tmpdir()
      case 'documents':
      case 'downloads':
      case 'desktop':
        return path.join(os.homedir(), name[0]?.toUpperCase() + name.slice(1))
      default:
        return path.join(start.userData, name)
    }
  }

  requestSingleInstanceLock(): boolean {
    return !start.isSecond
  }

  /** Asks the program, then every window, then leaves, in Electron's order; each may say no. */
  quit(): void {
    if (!this.#passes('before-quit')) return
    for (const window of openWindows()) window.close()
    if (openWindows().length > 0 || !this.#passes('will-quit')) return
    this.exit(0)
  }

  exit(code = 0): void {
    this.emit('quit', preventable(), code)
    process.exit(code)
  }

  #passes(name: 'before-quit' | 'will-quit'): boolean {
    const event = preventable()
    this.emit(name, event)
    return !event.defaultPrevented
  }
}

export const app = new StandInApp()

answer({
  quit: () => app.quit(),
  secondInstance: ({ words, folder }) =>
    void app.emit('second-instance', preventable(), [...words], folder, null),
})

/** Called when the last window is gone: without a listener Electron quits by itself. */
export function noWindowIsLeft(): void {
  if (!app.emit('window-all-closed')) app.quit()
}
