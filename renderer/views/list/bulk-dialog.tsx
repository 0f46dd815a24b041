import { useTranslation } from 'react-i18next'
import { type Asked, Question } from '../../parts/question.tsx'
import type { Bulk, BulkQuestion } from '../../state/bulk.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { useUndo } from '../undo/use-undo.tsx'

/** Asks before several licenses are confirmed, deleted, or exported though something is to be looked at. */
export function BulkDialog() {
  const { asking } = useSession()
  const question = useStore(asking)
  const askedOf = useAsked()
  return (
    <Question
      asked={question === null ? null : askedOf(question)}
      onClose={() => asking.send(null)}
    />
  )
}

function useAsked(): (question: NonNullable<BulkQuestion>) => Asked {
  const { t } = useTranslation()
  const { actions, asking, marks } = useSession()
  const { tellUndoable } = useUndo()
  const close = (): void => asking.send(null)
  const done = (): void => {
    close()
    marks.send({ kind: 'none' })
  }
  const confirm = async (bulk: Bulk): Promise<void> => {
    done()
    if (!(await actions.amend(bulk.changes))) return
    const left = bulk.left > 0 ? ` ${t('didConfirmLeft', { count: bulk.left })}` : ''
    tellUndoable(t('didConfirm', { count: bulk.confirmable }) + left)
  }
  const remove = async ({ rows }: Bulk): Promise<void> => {
    done()
    await actions.remove(rows.map(({ id }) => id))
    tellUndoable(t('didRemove', { count: rows.length }))
  }
  const exportOnly = (recordIds: readonly string[], openToo: boolean): void => {
    close()
    if (recordIds.length > 0) void actions.exportTo({ to: 'file', recordIds, openToo }, null)
  }
  return ({ kind, bulk }) => {
    const { ready, open } = bulk
    switch (kind) {
      case 'confirm':
        return {
          title: t('bulkConfirmTitle', { count: bulk.confirmable }),
          text: t('bulkConfirmAsk', { count: bulk.changes.length }),
          yes: t('bulkConfirmYes'),
          onYes: () => void confirm(bulk),
          no: t('bulkConfirmNo'),
          onNo: close,
        }
      case 'remove':
        return {
          title: t('bulkRemoveTitle', { count: bulk.rows.length }),
          text: t('bulkRemoveText'),
          yes: t('deleteYes'),
          onYes: () => void remove(bulk),
          no: t('deleteNo'),
          onNo: close,
        }
      case 'export':
        return {
          title: t('exportAsk', { count: open.length }),
          text: t('exportAskText'),
          yes: t('exportAnyway', { count: ready.length + open.length }),
          onYes: () => exportOnly([...ready, ...open], true),
          no: ready.length > 0 ? t('exportReadyOnly', { count: ready.length }) : t('goLook'),
          onNo: () => exportOnly(ready, false),
        }
    }
  }
}
