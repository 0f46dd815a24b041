import path from 'node:path'
import type { ExportOutcome } from '../../core/ipc/contract.ts'
import { fail, ok } from '../../core/result.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import type { Desk } from '../desk/desk.ts'
import type { Answers } from './serve.ts'

export interface ExportParts {
  readonly desk: Pick<Desk, 'exportCsv'>
  readonly settings: SettingsStore
  /** Opens the system's dialog in a folder (`''`: wherever it likes); nothing when the person closed it. */
  readonly askWhere: (folder: string) => Promise<string | undefined>
  readonly reveal: (path: string) => void
  /** Asked again when the dialog is closed: it may have stood open longer than the desk. */
  readonly isLocked: () => boolean
  /** Files written in this run, which may be shown. */
  readonly written: Set<string>
}

/** The window may only write where the person said, or beside it, and only show what was written in this run. */
export function exportAnswers({
  desk,
  settings,
  askWhere,
  reveal,
  isLocked,
  written,
}: ExportParts): Pick<Answers, 'export:csv' | 'export:reveal'> {
  const writable = new Set<string>()

  const remember = (outcome: ExportOutcome): void => {
    if (outcome.kind === 'locked') writable.add(outcome.offered)
    if (outcome.kind !== 'written') return
    written.add(outcome.path)
    settings.change({ exportFolder: path.dirname(outcome.path) })
  }

  return {
    'export:csv': async ({ path: asked, recordIds }) => {
      if (asked !== undefined && !writable.has(asked))
        return fail({ kind: 'refused', detail: 'not a path that was chosen or offered' })
      const { exportFolder, headings } = settings.read()
      const target = asked ?? (await askWhere(exportFolder))
      if (target === undefined) return ok({ kind: 'cancelled' })
      if (isLocked()) return fail({ kind: 'locked', detail: 'export:csv' })
      writable.add(target)
      const outcome = await desk.exportCsv({
        path: target,
        headings,
        ...(recordIds === undefined ? {} : { recordIds }),
      })
      remember(outcome)
      return ok(outcome)
    },
    'export:reveal': async ({ path: asked }) => {
      if (!written.has(asked)) return fail({ kind: 'refused', detail: 'not exported in this run' })
      reveal(asked)
      return ok(null)
    },
  }
}
