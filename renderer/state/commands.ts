/** What can be asked for beside what has had a key from the beginning: most of it by name, in the palette. */
const moreCommands = [
  'undo',
  'redo',
  'palette',
  'lines',
  'origins',
  'filters',
  'select-all',
  'confirm-marked',
  'export-marked',
  'read-again',
  'put-away',
  'delete',
  'retry-failed',
  'show-look',
  'show-ready',
  'show-failed',
  'show-all',
  'paste-path',
  'samples',
  'reading',
  'protection',
  'mask',
  'appearance',
  'language',
] as const

export type MoreCommand = (typeof moreCommands)[number]

const known: ReadonlySet<string> = new Set(moreCommands)

export const isMore = (command: string): command is MoreCommand => known.has(command)

/** What has no place to be seen but the desk. */
export const moreOfDesk: ReadonlySet<MoreCommand> = new Set([
  'lines',
  'origins',
  'confirm-marked',
  'export-marked',
  'read-again',
  'put-away',
  'delete',
  'retry-failed',
  'show-look',
  'show-ready',
  'show-failed',
  'show-all',
  'samples',
])
