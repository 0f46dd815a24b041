import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../parts/dialog.tsx'
import { noticesOf } from '../../state/gate-state.ts'
import { localMinute } from '../../state/instants.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './notice-dialog.module.css'

/** Tells once what happened to the records when they were opened. */
export function NoticeDialog() {
  const { t } = useTranslation()
  const { gate, actions } = useSession()
  const [notice] = noticesOf(useStore(gate))
  const close = () => void actions.noted()
  const isRestored = notice?.kind === 'restored'
  return (
    <Dialog
      opened={notice !== undefined}
      onClose={close}
      size={520}
      title={
        isRestored
          ? t('restoredTitle', { at: localMinute(notice.backupAt) })
          : t('lostRecordsTitle')
      }
    >
      {notice !== undefined && (
        <div className={styles['body']}>
          <p>{t(isRestored ? 'restoredText' : 'lostRecordsText')}</p>
          <p className={styles['path']}>{notice.aside}</p>
          <Button data-autofocus onClick={close}>
            {t('understood')}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
