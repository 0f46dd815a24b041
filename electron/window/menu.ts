import type { MenuItemConstructorOptions } from 'electron'
import type { WindowWords } from './words.ts'

type Items = MenuItemConstructorOptions[]

/**
 * The menu bar: on a Mac at the top of the screen, as every program there has one; elsewhere hidden until Alt is
 * pressed, for the keys it brings.
 */
export const menuTemplate = (platform: string, words: WindowWords): Items =>
  platform === 'darwin' ? macMenu(words) : plainMenu(words)

function macMenu(words: WindowWords): Items {
  return [
    {
      label: words.title,
      submenu: [
        { role: 'about', label: words.about },
        { type: 'separator' },
        { role: 'hide', label: words.hide },
        { role: 'hideOthers', label: words.hideOthers },
        { role: 'unhide', label: words.showAll },
        { type: 'separator' },
        { role: 'quit', label: words.quit },
      ],
    },
    { label: words.edit, submenu: editItems(words) },
    { label: words.view, submenu: viewItems(words) },
    {
      label: words.window,
      role: 'windowMenu',
      submenu: [
        { role: 'minimize', label: words.minimize },
        { role: 'close', label: words.close },
      ],
    },
  ]
}

function plainMenu(words: WindowWords): Items {
  return [
    { label: words.file, submenu: [{ role: 'quit', label: words.quit }] },
    { label: words.edit, submenu: editItems(words) },
    { label: words.view, submenu: viewItems(words) },
  ]
}

function editItems(words: WindowWords): Items {
  return [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    { type: 'separator' },
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ]
}

function viewItems(words: WindowWords): Items {
  return [
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    { role: 'resetZoom', label: words.zoomReset },
    { type: 'separator' },
    { role: 'togglefullscreen', label: words.fullScreen },
  ]
}
