import type { MenuItemConstructorOptions } from 'electron'
import type { EventPayload } from '../../core/ipc/contract.ts'
import type { Words } from '../../core/words/words.ts'

type Items = MenuItemConstructorOptions[]

type Chosen = EventPayload<'menu:chosen'>['item']

/** Hears what was chosen, where the page carries it out. */
export type OnChosen = (item: Chosen) => void

/**
 * The menu bar: on a Mac at the top of the screen, as every program there has one; elsewhere hidden until Alt is
 * pressed, for the keys it brings.
 */
export const menuTemplate = (platform: string, words: Words, onChosen: OnChosen): Items =>
  platform === 'darwin' ? macMenu(words, onChosen) : plainMenu(words, onChosen)

function macMenu(words: Words, onChosen: OnChosen): Items {
  return [
    {
      label: words('window:title'),
      submenu: [
        { role: 'about', label: words('window:about') },
        { type: 'separator' },
        { role: 'hide', label: words('window:hide') },
        { role: 'hideOthers', label: words('window:hideOthers') },
        { role: 'unhide', label: words('window:showAll') },
        { type: 'separator' },
        { role: 'quit', label: words('window:quit') },
      ],
    },
    { label: words('window:file'), submenu: fileItems(words, onChosen) },
    { label: words('window:edit'), submenu: editItems(words) },
    { label: words('window:view'), submenu: viewItems(words) },
    {
      label: words('window:window'),
      role: 'windowMenu',
      submenu: [
        { role: 'minimize', label: words('window:minimize') },
        { role: 'close', label: words('window:close') },
      ],
    },
  ]
}

function plainMenu(words: Words, onChosen: OnChosen): Items {
  return [
    {
      label: words('window:file'),
      submenu: [
        ...fileItems(words, onChosen),
        { type: 'separator' },
        { role: 'quit', label: words('window:quit') },
      ],
    },
    { label: words('window:edit'), submenu: editItems(words) },
    { label: words('window:view'), submenu: viewItems(words) },
  ]
}

/** The keys are the page's own; here they are only shown. */
function fileItems(words: Words, onChosen: OnChosen): Items {
  const item = (label: string, chosen: Chosen, accelerator?: string): Items[number] => ({
    label,
    click: () => onChosen(chosen),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  })
  return [
    item(words('window:records'), 'records', 'CmdOrCtrl+R'),
    item(words('window:renewals'), 'renewals'),
    item(words('window:figures'), 'figures'),
    item(words('window:protection'), 'protection'),
    item(words('window:lock'), 'lock', 'CmdOrCtrl+L'),
  ]
}

function editItems(words: Words): Items {
  return [
    { role: 'undo', label: words('window:undo') },
    { role: 'redo', label: words('window:redo') },
    { type: 'separator' },
    { role: 'cut', label: words('window:cut') },
    { role: 'copy', label: words('window:copy') },
    { role: 'paste', label: words('window:paste') },
    { role: 'selectAll', label: words('window:selectAll') },
  ]
}

function viewItems(words: Words): Items {
  return [
    { role: 'zoomIn', label: words('window:zoomIn') },
    { role: 'zoomOut', label: words('window:zoomOut') },
    { role: 'resetZoom', label: words('window:zoomReset') },
    { type: 'separator' },
    { role: 'togglefullscreen', label: words('window:fullScreen') },
  ]
}
