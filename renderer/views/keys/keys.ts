import type { WalkKey } from '../../../core/layout/walk-key.ts'
import type { Command } from '../../state/keyboard.ts'

const onMac = navigator.userAgent.includes('Mac OS')

/** The key that goes with letters, as the keyboard at hand names it. */
export const control = onMac ? '⌘' : 'Ctrl'
const alt = onMac ? '⌥' : 'Alt'

/** A key as Electron names it, as the keyboard at hand does. */
export const keyWords = (key: WalkKey): readonly string[] =>
  key
    .split('+')
    .map((part) => (part === 'CommandOrControl' ? control : part === 'Alt' ? alt : part))

/** Where a key is of use. */
export const keyGroups = ['review', 'list', 'image', 'window'] as const

interface KeyLine {
  readonly group: (typeof keyGroups)[number]
  readonly words: string
  /** Each a way to do it. */
  readonly keys: readonly (readonly string[])[]
  /** What it carries out, where that can be asked for by name, too. */
  readonly command?: Command
}

/** Every key that does something, in the order of use; a line may have several ways. */
export const keyTable = [
  { group: 'review', words: 'keyNext', keys: [['Tab']] },
  { group: 'review', words: 'keyPrevious', keys: [['Shift', 'Tab']] },
  { group: 'review', words: 'keyConfirm', keys: [['Enter']] },
  { group: 'review', words: 'keyNextLicense', keys: [[control, 'Enter']], command: 'next-license' },
  { group: 'review', words: 'keyField', keys: [['↑'], ['↓']] },
  { group: 'review', words: 'keyOrigins', keys: [[alt, '↓']], command: 'origins' },
  { group: 'review', words: 'keyLines', keys: [[alt, 'L']], command: 'lines' },
  { group: 'review', words: 'keyRestore', keys: [['Esc']] },
  { group: 'review', words: 'undo', keys: [[control, 'Z']], command: 'undo' },
  {
    group: 'review',
    words: 'redo',
    keys: [
      [control, 'Y'],
      [control, 'Shift', 'Z'],
    ],
    command: 'redo',
  },
  { group: 'list', words: 'keyMove', keys: [['↑'], ['↓']] },
  { group: 'list', words: 'keyListFar', keys: [['PageUp'], ['PageDown'], ['Home'], ['End']] },
  {
    group: 'list',
    words: 'keyStretch',
    keys: [
      ['Shift', '↑'],
      ['Shift', '↓'],
    ],
  },
  { group: 'list', words: 'keyToggle', keys: [[control, 'Space']] },
  { group: 'list', words: 'keyAll', keys: [[control, 'A']], command: 'select-all' },
  { group: 'list', words: 'keyNone', keys: [['Esc']] },
  { group: 'list', words: 'keyPutAway', keys: [['Delete']] },
  { group: 'list', words: 'keySearch', keys: [[control, 'F']], command: 'search' },
  { group: 'list', words: 'filters', keys: [[control, 'Shift', 'F']], command: 'filters' },
  { group: 'image', words: 'keyRetake', keys: [[alt, 'C']] },
  { group: 'image', words: 'keyRotate', keys: [['R'], [alt, 'R']], command: 'rotate' },
  { group: 'image', words: 'zoomIn', keys: [['+']], command: 'zoom-in' },
  { group: 'image', words: 'zoomOut', keys: [['−']], command: 'zoom-out' },
  { group: 'image', words: 'keyFit', keys: [['0']], command: 'fit' },
  { group: 'window', words: 'keyPalette', keys: [[control, 'K']], command: 'palette' },
  { group: 'window', words: 'keyOpen', keys: [[control, 'O']], command: 'open-files' },
  {
    group: 'window',
    words: 'keyOpenFolder',
    keys: [[control, 'Shift', 'O']],
    command: 'open-folder',
  },
  { group: 'window', words: 'keyPaste', keys: [[control, 'V']] },
  { group: 'window', words: 'keyExport', keys: [[control, 'E']], command: 'export' },
  {
    group: 'window',
    words: 'keyExportSetup',
    keys: [[control, 'Shift', 'E']],
    command: 'export-setup',
  },
  { group: 'window', words: 'keyWalk', keys: [[control, 'Shift', 'C']], command: 'walk' },
  { group: 'window', words: 'keyPause', keys: [['P'], [alt, 'P']], command: 'pause' },
  { group: 'window', words: 'keyReveal', keys: [['F2']] },
  { group: 'window', words: 'keyRecords', keys: [[control, 'R']], command: 'records' },
  { group: 'window', words: 'backToDesk', keys: [['Esc']] },
  { group: 'window', words: 'keyPurpose', keys: [[control, 'G']], command: 'purpose' },
  { group: 'window', words: 'keyLock', keys: [[control, 'L']], command: 'lock' },
  { group: 'window', words: 'keyPanes', keys: [['F6']], command: 'next-pane' },
  { group: 'window', words: 'keyKeys', keys: [['?'], ['F1']], command: 'keys' },
] as const satisfies readonly KeyLine[]

/** The keys of a command, the usual way only; none where it has none. */
export function keysOf(command: Command): readonly string[] | undefined {
  const lines: readonly KeyLine[] = keyTable
  return lines.find((line) => line.command === command)?.keys[0]
}
