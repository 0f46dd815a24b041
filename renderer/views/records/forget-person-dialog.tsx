import { Button, Checkbox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeldOfPerson, PersonForgotten } from '../../../core/ipc/held.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
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
  /** What went, where not all could be looked into. */
  const [gone, setGone] = useState<PersonForgotten | null>(null)
  return (
    <Dialog
      opened={opened}
      onClose={gone === null ? rest.onClose : rest.onGone}
      size={480}
      title={gone === null ? t('personForgetTitle', { name: rest.name }) : t('personForgotten')}
    >
      {gone === null ? (
        <Question {...rest} onPartly={setGone} />
      ) : (
        <Partly gone={gone} onClose={rest.onGone} />
      )}
    </Dialog>
  )
}

function Question({
  recordId,
  onClose,
  onGone,
  onPartly,
}: ForgetProps & { readonly onPartly: (gone: PersonForgotten) => void }) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [held, setHeld] = useState<HeldOfPerson | null>(null)
  const [isOff, setOff] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const sayGone = useSayGone()
  useEffect(() => {
    void actions.heldOf(recordId).then(setHeld)
  }, [actions, recordId])
  const forget = async () => {
    setBusy(true)
    const forgotten = await actions.forgetPerson(recordId, isOff)
    setBusy(false)
    if (forgotten === null) return
    if (forgotten.unread + forgotten.arriving > 0) return onPartly(forgotten)
    tellDone(t('personForgotten'), sayGone(forgotten))
    onGone()
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
      {held !== null && <NotLookedInto {...held} />}
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

/** What went, and what nobody could look into. */
function Partly(props: { readonly gone: PersonForgotten; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const sayGone = useSayGone()
  return (
    <div className={styles['body']}>
      <p className={styles['outcome']} role="status">
        <Icon name="check" /> {sayGone(props.gone)}
      </p>
      <NotLookedInto {...props.gone} isOver />
      <div className={styles['buttons']}>
        <Button data-autofocus onClick={props.onClose}>
          {t('understood')}
        </Button>
      </div>
    </div>
  )
}

/** What may be of this person as well, and what to do about it; nothing of most. */
function NotLookedInto({
  unread,
  arriving,
  isOver = false,
}: Pick<HeldOfPerson, 'unread' | 'arriving'> & { readonly isOver?: boolean }) {
  const { t } = useTranslation()
  if (unread + arriving === 0) return null
  return (
    <div className={styles['look']}>
      <Icon name="alert" />
      <div>
        {arriving > 0 && (
          <p>{t(isOver ? 'personForgetWhole' : 'personForgetWaits', { count: arriving })}</p>
        )}
        {unread > 0 && <p>{t('personForgetUnread', { count: unread })}</p>}
      </div>
    </div>
  )
}

function useSayGone(): (gone: PersonForgotten) => string {
  const { t } = useTranslation()
  return ({ records, images, backups, list }) => {
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
}
