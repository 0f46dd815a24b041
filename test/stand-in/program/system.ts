import { EventEmitter } from 'node:events'
import type {
  Menu as ElectronMenu,
  NativeTheme,
  PowerMonitor,
  SafeStorage,
  Screen,
  Shell,
} from 'electron'
import { answer, browser } from './browser-side.ts'
import { openWithKnownKey, sealWithKnownKey } from './known-key.ts'
import { start } from './start.ts'

export const shell: Pick<Shell, 'openExternal' | 'showItemInFolder'> = {
  openExternal: async (url) => {
    await browser.ask('openOutside', { url })
  },
  showItemInFolder: (path) => void browser.ask('reveal', { path }),
}

/**
 * As on a Linux without a key store: sealed with a key that everybody knows, and only when the program allows that.
 */
export const safeStorage: Pick<
  SafeStorage,
  | 'decryptString'
  | 'encryptString'
  | 'getSelectedStorageBackend'
  | 'isEncryptionAvailable'
  | 'setUsePlainTextEncryption'
> = {
  isEncryptionAvailable: () => isWeakKeyAllowed,
  getSelectedStorageBackend: () => 'basic_text',
  setUsePlainTextEncryption: (isAllowed) => {
    isWeakKeyAllowed = isAllowed
  },
  encryptString: (text) => {
    if (!isWeakKeyAllowed) throw new Error('Error while encrypting the text provided.')
    return sealWithKnownKey(text)
  },
  decryptString: (bytes) => {
    if (!isWeakKeyAllowed) throw new Error('Error while decrypting the ciphertext provided.')
    return openWithKnownKey(bytes)
  },
}

let isWeakKeyAllowed = false

class StandInTheme
  extends EventEmitter
  implements Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource'>
{
  #source: NativeTheme['themeSource'] = 'system'
  get themeSource(): NativeTheme['themeSource'] {
    return this.#source
  }
  set themeSource(source) {
    if (source === this.#source) return
    this.#source = source
    void browser.ask('colorScheme', { scheme: source })
    this.emit('updated')
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? start.dark : this.#source === 'dark'
  }
}
export const nativeTheme = new StandInTheme()

/** Tells what the side that owns the browser says of the PC. */
export const powerMonitor = new EventEmitter() satisfies Record<
  keyof Pick<PowerMonitor, 'on'>,
  unknown
>
answer({ power: ({ event }) => void powerMonitor.emit(event) })

const area = { x: 0, y: 0, ...start.screen }
const display = {
  id: 1,
  bounds: area,
  workArea: area,
  size: start.screen,
  workAreaSize: start.screen,
}

/** One display of the size that the browser's side told. */
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
}) satisfies Record<keyof Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>, unknown>

/** Takes menus and shows none: the browser has its own keys for editing and zoom. */
export const Menu = {
  setApplicationMenu: () => undefined,
  buildFromTemplate: (items: unknown[]) => ({ items }),
} satisfies Record<
  keyof Pick<typeof ElectronMenu, 'buildFromTemplate' | 'setApplicationMenu'>,
  unknown
>
