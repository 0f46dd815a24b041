/**
 * What can be asked for beside what has had a key from the beginning, most of it by name, in the palette; and where what
 * it does is to be seen: on the desk alone, anywhere, or wherever something is marked.
 */
const more = {
  undo: 'anywhere',
  redo: 'anywhere',
  palette: 'anywhere',
  lines: 'desk',
  origins: 'desk',
  filters: 'anywhere',
  'select-all': 'marked',
  'confirm-marked': 'marked',
  'export-marked': 'marked',
  'read-again': 'marked',
  'put-away': 'desk',
  delete: 'marked',
  'retry-failed': 'desk',
  'show-look': 'desk',
  'show-ready': 'desk',
  'show-failed': 'desk',
  'show-all': 'desk',
  'paste-path': 'anywhere',
  samples: 'desk',
  reading: 'anywhere',
  protection: 'anywhere',
  mask: 'anywhere',
  appearance: 'anywhere',
  language: 'anywhere',
} as const

export type MoreCommand = keyof typeof more

/** What is done with all that is marked, in the list of images or in the records. */
export type MarkedCommand = {
  readonly [C in MoreCommand]: (typeof more)[C] extends 'marked' ? C : never
}[MoreCommand]

export const isMore = (command: string): command is MoreCommand => Object.hasOwn(more, command)

export const isMoreOfDesk = (command: MoreCommand): boolean => more[command] === 'desk'

export const isOfMarked = (command: string): command is MarkedCommand =>
  isMore(command) && more[command] === 'marked'
