import type { Command } from '../../state/keyboard.ts'

/** What each command is called; the order is that of the palette. */
export const commandWords = {
  'next-license': 'keyNextLicense',
  export: 'keyExport',
  'export-setup': 'keyExportSetup',
  walk: 'keyWalk',
  'open-files': 'keyOpen',
  'open-folder': 'keyOpenFolder',
  'paste-path': 'pastePath',
  undo: 'undo',
  redo: 'redo',
  origins: 'keyOrigins',
  lines: 'keyLines',
  search: 'keySearch',
  filters: 'filters',
  'show-look': 'filterLook',
  'show-ready': 'filterReady',
  'show-failed': 'filterFailed',
  'show-all': 'showAll',
  'select-all': 'keyAll',
  'confirm-marked': 'commandConfirm',
  'export-marked': 'commandExport',
  'read-again': 'commandReadAgain',
  'put-away': 'commandPutAway',
  delete: 'commandDelete',
  'retry-failed': 'commandRetry',
  pause: 'keyPause',
  rotate: 'keyRotate',
  'zoom-in': 'zoomIn',
  'zoom-out': 'zoomOut',
  fit: 'keyFit',
  records: 'keyRecords',
  reading: 'openReading',
  protection: 'openProtection',
  mask: 'commandMask',
  appearance: 'commandAppearance',
  language: 'commandLanguage',
  samples: 'trySamples',
  'next-pane': 'keyPanes',
  purpose: 'keyPurpose',
  lock: 'keyLock',
  keys: 'keyKeys',
  palette: 'keyPalette',
} as const satisfies Record<Command, string>

const all = Object.keys(commandWords)
const isCommand = (name: string): name is Command => name in commandWords

/** All commands but the one that shows them. */
export const paletteCommands: readonly Command[] = all
  .filter(isCommand)
  .filter((command) => command !== 'palette')
