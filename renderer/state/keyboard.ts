import { isMore, isMoreOfDesk, type MoreCommand } from './commands.ts'

/** What a key can do anywhere in the window. */
export type Command =
  | MoreCommand
  | 'open-files'
  | 'open-folder'
  | 'export'
  | 'export-setup'
  | 'walk'
  | 'next-license'
  | 'search'
  | 'rotate'
  | 'zoom-in'
  | 'zoom-out'
  | 'fit'
  | 'next-pane'
  | 'pause'
  | 'records'
  | 'lock'
  | 'purpose'
  | 'keys'

const ofDesk: ReadonlySet<Command> = new Set([
  'open-files',
  'open-folder',
  'export',
  'export-setup',
  'walk',
  'next-license',
  'pause',
])

/** Whether what a command does is to be seen on the desk alone. */
export const isOfDesk = (command: Command): boolean =>
  isMore(command) ? isMoreOfDesk(command) : ofDesk.has(command)

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const withControl: Readonly<Record<string, Command>> = {
  o: 'open-files',
  e: 'export',
  enter: 'next-license',
  f: 'search',
  r: 'records',
  l: 'lock',
  g: 'purpose',
  k: 'palette',
  z: 'undo',
  y: 'redo',
}
const withControlAndShift: Readonly<Record<string, Command>> = {
  o: 'open-folder',
  z: 'redo',
  f: 'filters',
  e: 'export-setup',
  c: 'walk',
}
/** While typing, too. */
const withAlt: Readonly<Record<string, Command>> = { r: 'rotate', p: 'pause', l: 'lines' }
const plain: Readonly<Record<string, Command>> = {
  r: 'rotate',
  p: 'pause',
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  '0': 'fit',
  '?': 'keys',
}

/**
 * @param typing whether the focus is where letters are written; single letters then stay letters, and undoing is left
 * to the system
 * @param inField whether that is a field of a license, where undoing is the desk's
 */
export function commandOf(press: KeyPress, typing: boolean, inField = false): Command | null {
  const command = commandOfKey(press, typing)
  const isUndoing = command === 'undo' || command === 'redo'
  return isUndoing && typing && !inField ? null : command
}

function commandOfKey(press: KeyPress, typing: boolean): Command | null {
  const key = press.key.toLowerCase()
  if (press.ctrlKey || press.metaKey) {
    if (press.altKey) return null
    if (press.shiftKey) return withControlAndShift[key] ?? null
    return withControl[key] ?? null
  }
  if (key === 'f1') return 'keys'
  if (key === 'f6') return 'next-pane'
  if (press.altKey) return withAlt[key] ?? null
  return typing ? null : (plain[key] ?? null)
}
