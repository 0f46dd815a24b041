import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Bulk, BulkQuestion } from '../../state/bulk.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import dialogStyles from '../records/delete-dialog.module.css'
import { useUndo } from '../undo/use-undo.tsx'

/** Asks before several licenses are confirmed, deleted, or exported though something is to be looked at. */
export function BulkDialog() {
  const { t } = useTranslation()
  const { actions, asking, marks } = useSession()
  const { tellUndoable } = useUndo()
  const question = useStore(asking)
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
  return (
    <Modal
      opened={question !== null}
      onClose={close}
      size={460}
      title={question !== null && <b>{titleOf(question)}</b>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {question?.kind === 'confirm' && (
        <Ask
          text={t('bulkConfirmAsk', { count: question.bulk.changes.length })}
          yes={t('bulkConfirmYes')}
          onYes={() => void confirm(question.bulk)}
          no={t('bulkConfirmNo')}
          onNo={close}
        />
      )}
      {question?.kind === 'remove' && (
        <Ask
          text={t('bulkRemoveText')}
          yes={t('deleteYes')}
          onYes={() => void remove(question.bulk)}
          no={t('deleteNo')}
          onNo={close}
        />
      )}
      {question?.kind === 'export' && (
        <Ask
          text={t('exportAskText')}
          yes={t('exportAnyway', { count: countOf(question.bulk) })}
          onYes={() => {
            close()
            const { ready, open } = question.bulk
            void actions.exportTo(
              { to: 'file', recordIds: [...ready, ...open], openToo: true },
              null,
            )
          }}
          no={
            question.bulk.ready.length > 0
              ? t('exportReadyOnly', { count: question.bulk.ready.length })
              : t('goLook')
          }
          onNo={() => {
            close()
            const { ready } = question.bulk
            if (ready.length > 0)
              void actions.exportTo({ to: 'file', recordIds: ready, openToo: false }, null)
          }}
        />
      )}
    </Modal>
  )

  function titleOf({ kind, bulk }: NonNullable<BulkQuestion>): string {
    if (kind === 'confirm') return t('bulkConfirmTitle', { count: bulk.confirmable })
    if (kind === 'remove') return t('bulkRemoveTitle', { count: bulk.rows.length })
    return t('exportAsk', { count: bulk.open.length })
  }
}

const countOf = ({ ready, open }: Bulk): number => ready.length + open.length

function Ask(props: {
  readonly text: string
  readonly yes: string
  readonly onYes: () => void
  readonly no: string
  readonly onNo: () => void
}) {
  return (
    <>
      <p>{props.text}</p>
      <div className={dialogStyles['buttons']}>
        <Button variant="default" onClick={props.onYes}>
          {props.yes}
        </Button>
        <Button data-autofocus onClick={props.onNo}>
          {props.no}
        </Button>
      </div>
    </>
  )
}
