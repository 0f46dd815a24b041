import { useTranslation } from 'react-i18next'
import type { Bulk } from '../../state/bulk.ts'
import { useSession } from '../../state/session-context.ts'
import { useUndo } from '../undo/use-undo.tsx'

export interface BulkActs {
  readonly confirm: () => void
  readonly export: () => void
  readonly readAgain: () => void
  readonly putAway: () => void
  readonly remove: () => void
}

/** Does something with all lines that are marked; what a person should think twice about is asked first. */
export function useBulk(bulk: Bulk): BulkActs {
  const { t } = useTranslation()
  const { actions, asking, marks, spoken } = useSession()
  const { tellUndoable } = useUndo()
  return {
    confirm: () => {
      if (bulk.changes.length > 0) asking.send({ kind: 'confirm', bulk })
    },
    export: () => {
      if (bulk.open.length > 0) asking.send({ kind: 'export', bulk })
      else if (bulk.ready.length > 0)
        void actions.exportTo({ to: 'file', recordIds: bulk.ready, openToo: false }, null)
    },
    readAgain: () => {
      if (bulk.retry.length > 0) void actions.retry(bulk.retry)
      if (bulk.readAgain.length > 0) void actions.readAgain(bulk.readAgain)
      spoken.send(t('readingAgain', { count: bulk.retry.length + bulk.readAgain.length }))
    },
    putAway: () => {
      if (bulk.finished.length === 0) return
      void actions.putAway(bulk.finished)
      marks.send({ kind: 'none' })
      tellUndoable(t('didPutAway', { count: bulk.finished.length }))
    },
    remove: () => asking.send({ kind: 'remove', bulk }),
  }
}
