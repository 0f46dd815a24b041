import { EventEmitter } from 'node:events'
import type { Menu as ElectronMenu, NativeTheme, Screen, Shell } from 'electron'
import { browser } from './browser-side.ts'
import { start } from './start.ts'

export const shell: Pick<Shell, 'openExternal' | 'showItemInFolder'> = {
  openExternal: async (url) => {
    await browser.ask('openOutside', { url })
  },
  showItemInFolder: (path) => void browser.ask('reveal', { path }),
}

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
