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
        { label: words('window:about'), click: () => onChosen('about') },
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
    { label: words('window:view'), submenu: viewItems(words, onChosen) },
    {
      label: words('window:window'),
      role: 'windowMenu',
      submenu: [
        { role: 'minimize', label: words('window:minimize') },
        { role: 'close', label: words('window:close') },
      ],
    },
    { label: words('window:help'), role: 'help', submenu: helpItems(words, onChosen) },
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
    { label: words('window:view'), submenu: viewItems(words, onChosen) },
    {
      label: words('window:help'),
      submenu: [
        ...helpItems(words, onChosen),
        { type: 'separator' },
        { label: words('window:about'), click: () => onChosen('about') },
      ],
    },
  ]
}

/** The keys are the page's own; here they are only shown. */
const itemWith =
  (onChosen: OnChosen) =>
  (label: string, chosen: Chosen, accelerator?: string): Items[number] => ({
    label,
    click: () => onChosen(chosen),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  })

function fileItems(words: Words, onChosen: OnChosen): Items {
  const item = itemWith(onChosen)
  return [
    item(words('window:openFiles'), 'open-files', 'CmdOrCtrl+O'),
    item(words('window:openFolder'), 'open-folder', 'CmdOrCtrl+Shift+O'),
    item(words('window:export'), 'export', 'CmdOrCtrl+E'),
    { type: 'separator' },
    item(words('window:records'), 'records', 'CmdOrCtrl+R'),
    item(words('window:reading'), 'reading'),
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

/** These keys are the menu's own: the page does not hear them. */
function viewItems(words: Words, onChosen: OnChosen): Items {
  const item = (label: string, chosen: Chosen, accelerator: string): Items[number] => ({
    label,
    accelerator,
    click: () => onChosen(chosen),
  })
  const larger = words('window:textLarger')
  return [
    item(larger, 'text-larger', 'CmdOrCtrl+Plus'),
    // The same key without Shift.
    { ...item(larger, 'text-larger', 'CmdOrCtrl+='), visible: false },
    item(words('window:textSmaller'), 'text-smaller', 'CmdOrCtrl+-'),
    item(words('window:textNormal'), 'text-normal', 'CmdOrCtrl+0'),
    { type: 'separator' },
    { role: 'togglefullscreen', label: words('window:fullScreen') },
  ]
}

function helpItems(words: Words, onChosen: OnChosen): Items {
  const item = itemWith(onChosen)
  return [
    item(words('window:helpPage'), 'help', 'Shift+F1'),
    item(words('window:keys'), 'keys', 'F1'),
    item(words('window:welcome'), 'welcome'),
    { type: 'separator' },
    item(words('window:report'), 'report'),
  ]
}
