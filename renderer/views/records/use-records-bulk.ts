import { useTranslation } from 'react-i18next'
import { unreachable } from '../../../core/result.ts'
import { tell, tellDone } from '../../parts/tell.ts'
import type { RecordsAct } from '../../state/records-bulk.ts'
import type { MarkedCommand } from '../../state/commands.ts'
import { useSession } from '../../state/session-context.ts'
import { useUndo } from '../undo/use-undo.tsx'

/** Does something with all records that are marked; what a person should think twice about is asked first. */
export function useRecordsBulk(): {
  readonly run: (command: MarkedCommand) => void
  /** What was asked for and agreed to. */
  readonly carryOut: (act: RecordsAct) => Promise<void>
} {
  const { actions, records, recordMarks, recordsBulk } = useSession()
  const acts = useActs()
  const marked = (): readonly string[] => [...recordMarks.get().ids]
  const ask = (question: RecordsAct): void => {
    if (marked().length > 0) recordsBulk.send({ kind: 'asked', question })
  }
  const markAll = async (): Promise<void> => {
    recordMarks.send({ kind: 'all', order: await records.ids() })
    document.getElementById('records')?.focus()
  }
  return {
    run(command) {
      switch (command) {
        case 'select-all':
          return void markAll()
        case 'confirm-marked':
          return ask('confirm')
        case 'read-again':
          return ask('read-again')
        case 'delete':
          return ask('delete')
        case 'export-marked': {
          const recordIds = marked()
          if (recordIds.length > 0)
            void actions.exportTo({ to: 'file', recordIds, openToo: true }, null)
          return undefined
        }
        default:
          return unreachable(command)
      }
    },
    async carryOut(act) {
      const ids = marked()
      recordsBulk.send({ kind: 'began', act })
      const isDone = await acts[act](ids)
      recordsBulk.send({ kind: 'ended' })
      if (!isDone) return
      recordMarks.send({ kind: 'none' })
      if (act === 'delete') void records.open(null)
      await records.refresh()
    },
  }
}

/** Each does it, and tells what became of it; whether it was done. */
function useActs(): Readonly<Record<RecordsAct, (ids: readonly string[]) => Promise<boolean>>> {
  const { t } = useTranslation()
  const { actions } = useSession()
  const { tellUndoable } = useUndo()
  const sentences = (...said: readonly (readonly [number, string])[]): string =>
    said
      .filter(([count]) => count > 0)
      .map(([, words]) => words)
      .join(' ')
  return {
    confirm: async (ids) => {
      const done = await actions.confirmRecords(ids)
      if (done === null) return false
      const { confirmed, left, skipped } = done
      const rest = sentences(
        [left, t('recordsLeft', { count: left })],
        [skipped, t('recordsSkipped', { count: skipped })],
      )
      const said = t('didConfirmRecords', { count: confirmed })
      if (confirmed > 0) tellUndoable(rest === '' ? said : `${said} ${rest}`)
      else tell(t('confirmedNone'), rest)
      return true
    },
    'read-again': async (ids) => {
      const done = await actions.readRecordsAgain(ids)
      if (done === null) return false
      const { again, gone, skipped } = done
      const rest = sentences(
        [again, t('readAgainOnList')],
        [gone, t('imagesGone', { count: gone })],
        [skipped, t('recordsSkipped', { count: skipped })],
      )
      if (again > 0) tellDone(t('didReadAgain', { count: again }), rest)
      else tell(t('readAgainNone'), rest)
      return true
    },
    delete: async (ids) => {
      const deleted = await actions.deleteRecords(ids)
      if (deleted !== null) tellUndoable(t('didDelete', { count: deleted.records }))
      return deleted !== null
    },
  }
}
