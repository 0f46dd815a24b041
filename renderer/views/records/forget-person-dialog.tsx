import { Button, Checkbox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeldOfPerson, PersonForgotten } from '../../../core/ipc/held.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useSession } from '../../state/session-context.ts'
import { tellDone } from '../../parts/tell.ts'
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
    <Dialog
      opened={opened}
      onClose={rest.onClose}
      size={480}
      title={t('personForgetTitle', { name: rest.name })}
    >
      <Question {...rest} />
    </Dialog>
  )
}

function Question({ recordId, onClose, onGone }: ForgetProps) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [held, setHeld] = useState<HeldOfPerson | null>(null)
  const [isOff, setOff] = useState(false)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    void actions.heldOf(recordId).then(setHeld)
  }, [actions, recordId])
  const forget = async () => {
    setBusy(true)
    const gone = await actions.forgetPerson(recordId, isOff)
    setBusy(false)
    if (gone === null) return
    tellDone(t('personForgotten'), sayGone(gone))
    onGone()
  }
  const sayGone = ({ records, images, backups, list }: PersonForgotten): string => {
    const said = t('personForgottenText', {
      records: [
        t('heldRecords', { count: records }),
        ...(images > 0 ? [t('heldImages', { count: images })] : []),
      ].join(t('and')),
      backups: t('backupsCount', { count: backups }),
    })
    if (list === 'none') return said
    return `${said} ${t(list === 'kept' ? 'forgottenListKept' : 'forgottenListRemoved')}`
  }
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
      {held?.isListed === true && (
        <Checkbox
          checked={isOff}
          label={t('forgetListed')}
          description={t('forgetListedText')}
          onChange={(event) => setOff(event.currentTarget.checked)}
        />
      )}
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
