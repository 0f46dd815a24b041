import { useTranslation } from 'react-i18next'
import { sayField } from '../../../core/words/say-card.ts'
import type { Act } from '../../state/history.ts'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { fieldBeingWritten } from '../image/use-line-taking.ts'
import { hideDone, showDone, tell } from '../../parts/tell.ts'
import styles from './undo.module.css'

export interface Undo {
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
  /** One short sentence about what was done, with a button that takes it back. */
  readonly tellUndoable: (sentence: string) => void
}

/** Taking back what was done last, and doing it again; what changed by that is turned to. */
export function useUndo(): Undo {
  const { t } = useTranslation()
  const language = useLanguage()
  const { actions, drafts, records, selection, spoken } = useSession()

  /** What is being typed comes first: it stands as it stood before. */
  const dropDraft = (): boolean => {
    const field = fieldBeingWritten()
    const draft = drafts.get().findLast((one) => one.field === field)
    if (field === null || draft === undefined) return false
    drafts.send({ kind: 'settled', draft })
    spoken.send(t('undoneTyping', { field: sayField(field, language) }))
    return true
  }
  const show = (act: Act | 'lost' | null, how: 'undone' | 'redone'): void => {
    if (act === null) return spoken.send(t(how === 'undone' ? 'undoNothing' : 'redoNothing'))
    if (act === 'lost') return tell(t('undoLost'), t('undoLostText'))
    if (act.kind === 'taken') {
      void records.ask(records.store.get().text)
      if (how === 'undone' && act.how !== 'delete')
        selection.send({ kind: 'select', rowId: act.ids[0] ?? null })
      return spoken.send(t(how, { what: t('linesOfList', { count: act.ids.length }) }))
    }
    const [{ recordId, field }] = act.changes
    const isOne = act.changes.length === 1
    if (act.isStored === true) void records.refresh()
    else
      selection.send({
        kind: 'select',
        rowId: recordId,
        ...(isOne && { grab: true, target: field }),
      })
    const what = isOne
      ? sayField(field, language)
      : t('fieldsOfLicenses', { count: act.changes.length })
    spoken.send(t(how, { what }))
  }
  const undo = async (): Promise<void> => {
    hideDone()
    if (!dropDraft()) show(await actions.undo(), 'undone')
  }
  return {
    undo,
    redo: async () => show(await actions.redo(), 'redone'),
    tellUndoable(sentence) {
      showDone({
        message: (
          <span className={styles['note']}>
            {sentence}
            <button type="button" onClick={() => void undo()}>
              {t('undo')}
            </button>
          </span>
        ),
      })
      spoken.send(sentence)
    },
  }
}
