import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { useUndo } from '../undo/use-undo.tsx'
import dialogStyles from './delete-dialog.module.css'
import styles from './marked-records.module.css'

/** Below the records while several are marked: what can be done with all of them. */
export function MarkedRecords(props: {
  /** Whether it is asked for before they are deleted. */
  readonly isAsking: boolean
  readonly onAsk: (isAsking: boolean) => void
}) {
  const { t } = useTranslation()
  const { actions, records, recordMarks } = useSession()
  const { tellUndoable } = useUndo()
  const [isBusy, setBusy] = useState(false)
  const { ids } = useStore(recordMarks)
  const count = ids.size
  const deleteAll = async (): Promise<void> => {
    props.onAsk(false)
    setBusy(true)
    const deleted = await actions.deleteRecords([...ids])
    setBusy(false)
    if (deleted === null) return
    recordMarks.send({ kind: 'none' })
    void records.open(null)
    void records.ask(records.store.get().text)
    tellUndoable(t('didDelete', { count: deleted.records }))
  }
  return (
    <>
      {count > 1 && (
        <section className={styles['bar']} aria-label={t('markedRecords', { count })}>
          <b role="status">{t('markedRecords', { count })}</b>
          <button type="button" onClick={() => recordMarks.send({ kind: 'none' })}>
            {t('markNone')}
          </button>
          <span className={styles['ways']}>
            <Button
              size="xs"
              variant="default"
              disabled={isBusy}
              onClick={() =>
                void actions.exportTo({ to: 'file', recordIds: [...ids], openToo: true }, null)
              }
            >
              {t('bulkExport')}
            </Button>
            <Button size="xs" variant="default" loading={isBusy} onClick={() => props.onAsk(true)}>
              {t('bulkDelete')}
            </Button>
          </span>
        </section>
      )}
      <Modal
        opened={props.isAsking}
        onClose={() => props.onAsk(false)}
        size={460}
        title={<b>{t('deleteRecordsTitle', { count })}</b>}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <p>{t('bulkRemoveText')}</p>
        <div className={dialogStyles['buttons']}>
          <Button variant="default" onClick={() => void deleteAll()}>
            {t('deleteYes')}
          </Button>
          <Button data-autofocus onClick={() => props.onAsk(false)}>
            {t('deleteNo')}
          </Button>
        </div>
      </Modal>
    </>
  )
}
