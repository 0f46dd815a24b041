import { useTranslation } from 'react-i18next'
import type { MoreCommand } from '../../state/commands.ts'
import type { Bulk } from '../../state/bulk.ts'
import { plainListing } from '../../state/listing.ts'
import { freeToRetry, type Row } from '../../state/rows.ts'
import { useSession } from '../../state/session-context.ts'
import { unreachable } from '../../../core/result.ts'
import { useBulk } from '../list/use-bulk.ts'
import { useUndo } from '../undo/use-undo.tsx'

/** Opens what a command asks for. */
export interface Openers {
  readonly palette: () => void
  readonly lines: () => void
  readonly reading: () => void
  readonly protection: () => void
  readonly path: () => void
}

/** Carries out what is asked for by name. */
export function useMoreCommands(
  rows: readonly Row[],
  shown: readonly Row[],
  bulk: Bulk,
  open: Openers,
): (command: MoreCommand) => void {
  const { i18n } = useTranslation()
  const { actions, selection, listing, marks, settings } = useSession()
  const { undo, redo } = useUndo()
  const act = useBulk(bulk)
  const only = (filter: 'look' | 'ready' | 'failed'): void => {
    selection.send({ kind: 'filter', filter: 'all' })
    selection.send({ kind: 'filter', filter })
  }
  return (command) => {
    switch (command) {
      case 'undo':
        return void undo()
      case 'redo':
        return void redo()
      case 'palette':
        return open.palette()
      case 'lines':
        return open.lines()
      case 'origins':
        return showOrigins()
      case 'filters':
        return document.querySelector<HTMLElement>('[data-filters]')?.click()
      case 'select-all':
        marks.send({ kind: 'all', order: shown.map(({ id }) => id) })
        return document.querySelector<HTMLElement>('[data-pane=list]')?.focus()
      case 'confirm-marked':
        return act.confirm()
      case 'export-marked':
        return act.export()
      case 'read-again':
        return act.readAgain()
      case 'put-away':
        return act.putAway()
      case 'delete':
        return act.remove()
      case 'retry-failed':
        return void actions.retry(freeToRetry(rows))
      case 'show-look':
        return only('look')
      case 'show-ready':
        return only('ready')
      case 'show-failed':
        return only('failed')
      case 'show-all':
        selection.send({ kind: 'filter', filter: 'all' })
        selection.send({ kind: 'search', text: '' })
        return listing.send(plainListing)
      case 'paste-path':
        return open.path()
      case 'samples':
        return void actions.addSamples()
      case 'reading':
        return open.reading()
      case 'protection':
        return open.protection()
      case 'mask':
        return void actions.set({ maskNumbers: !settings.get().maskNumbers })
      case 'appearance':
        return void actions.set({ appearance: isDark() ? 'light' : 'dark' })
      case 'language':
        return void actions.set({ language: i18n.language === 'zh' ? 'en' : 'zh' })
      default:
        return unreachable(command)
    }
  }
}

const isDark = (): boolean =>
  document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark'

/** As if Alt and the arrow were pressed in the field that is written in. */
const showOrigins = (): void => {
  const pressed = { key: 'ArrowDown', altKey: true, bubbles: true, cancelable: true }
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', pressed))
}
