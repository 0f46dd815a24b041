import type { MenuItemConstructorOptions } from 'electron'
import type { EventPayload } from '../../core/ipc/contract.ts'
import type { WindowWords } from './words.ts'

type Items = MenuItemConstructorOptions[]

type Chosen = EventPayload<'menu:chosen'>['item']

/** Hears what was chosen, where the page carries it out. */
export type OnChosen = (item: Chosen) => void

/**
 * The menu bar: on a Mac at the top of the screen, as every program there has one; elsewhere hidden until Alt is
 * pressed, for the keys it brings.
 */
export const menuTemplate = (platform: string, words: WindowWords, onChosen: OnChosen): Items =>
  platform === 'darwin' ? macMenu(words, onChosen) : plainMenu(words, onChosen)

function macMenu(words: WindowWords, onChosen: OnChosen): Items {
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
    { label: words.file, submenu: fileItems(words, onChosen) },
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

function plainMenu(words: WindowWords, onChosen: OnChosen): Items {
  return [
    {
      label: words.file,
      submenu: [
        ...fileItems(words, onChosen),
        { type: 'separator' },
        { role: 'quit', label: words.quit },
      ],
    },
    { label: words.edit, submenu: editItems(words) },
    { label: words.view, submenu: viewItems(words) },
  ]
}

/** The keys are the page's own; here they are only shown. */
function fileItems(words: WindowWords, onChosen: OnChosen): Items {
  const item = (label: string, chosen: Chosen, accelerator?: string): Items[number] => ({
    label,
    click: () => onChosen(chosen),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  })
  return [
    item(words.records, 'records', 'CmdOrCtrl+R'),
    item(words.protection, 'protection'),
    item(words.lock, 'lock', 'CmdOrCtrl+L'),
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
