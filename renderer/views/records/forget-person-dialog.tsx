import { Button, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Forgotten, HeldOfPerson } from '../../../core/ipc/held.ts'
import { useSession } from '../../state/session-context.ts'
import { tell } from '../../parts/tell.ts'
import styles from './person-dialog.module.css'

interface ForgetProps {
  readonly recordId: string
  readonly name: string
  readonly onClose: () => void
  /** It is deleted. */
  readonly onGone: () => void
}

/** Says what will go before everything about a person is deleted, and what went. */
export function ForgetPersonDialog({
  opened,
  ...rest
}: ForgetProps & { readonly opened: boolean }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={rest.onClose}
      size={480}
      title={<b className={styles['title']}>{t('personForgetTitle', { name: rest.name })}</b>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Question {...rest} />
    </Modal>
  )
}

function Question({ recordId, onClose, onGone }: ForgetProps) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [held, setHeld] = useState<HeldOfPerson | null>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    void actions.heldOf(recordId).then(setHeld)
  }, [actions, recordId])
  const forget = async () => {
    setBusy(true)
    const gone = await actions.forgetPerson(recordId)
    setBusy(false)
    if (gone === null) return
    tell(t('personForgotten'), sayGone(gone))
    onGone()
  }
  const sayGone = ({ records, images, backups }: Forgotten): string =>
    t('personForgottenText', {
      records: [
        t('heldRecords', { count: records }),
        ...(images > 0 ? [t('heldImages', { count: images })] : []),
      ].join(t('and')),
      backups: t('backupsCount', { count: backups }),
    })
  return (
    <div className={styles['body']}>
      <div>
        <p>{t('personForgetText')}</p>
        <ul className={styles['going']}>
          {held !== null && <li>{t('heldRecords', { count: held.records })}</li>}
          {held !== null && held.images > 0 && <li>{t('heldImages', { count: held.images })}</li>}
          <li>{t('personForgetBackups')}</li>
        </ul>
      </div>
      <p className={styles['quiet']}>{t('personForgetStays')}</p>
      <div className={styles['buttons']}>
        <Button
          variant="default"
          loading={isBusy}
          disabled={held === null}
          onClick={() => void forget()}
        >
          {t('personForgetYes')}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {t('deleteNo')}
        </Button>
      </div>
    </div>
  )
}
