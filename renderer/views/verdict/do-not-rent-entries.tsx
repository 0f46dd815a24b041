import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoNotRentEntry } from '../../../core/verdict/do-not-rent.ts'
import { localDay } from '../../state/instants.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './dialogs.module.css'
import { usePageFocus } from './use-page-focus.ts'

/** Who is on the do-not-rent list, by the notes that were written; each can be taken off. */
export function DoNotRentEntries({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const { doNotRent, actions } = useSession()
  const { entries } = useStore(doNotRent)
  useEffect(() => void actions.listDoNotRent(), [actions])
  const host = usePageFocus<HTMLDivElement>()
  return (
    <div ref={host} className={styles['body']}>
      <p className={styles['quiet']}>{t('doNotRentText')}</p>
      {entries?.length === 0 && (
        <div className={styles['none']}>
          <b>{t('doNotRentNone')}</b>
          <p className={styles['quiet']}>{t('doNotRentNoneText')}</p>
        </div>
      )}
      {entries !== null && entries.length > 0 && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
        <ul className={styles['entries']} aria-label={t('doNotRentTitle')} tabIndex={0}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      <div className={styles['buttons']}>
        <Button data-autofocus onClick={onLeave}>
          {t('close')}
        </Button>
      </div>
    </div>
  )
}

function Entry({ entry }: { readonly entry: DoNotRentEntry }) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [isSure, setSure] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const note = entry.note === '' ? t('doNotRentUnreadable') : entry.note
  const takeOff = async () => {
    setBusy(true)
    await actions.takeOffDoNotRent(entry.id)
    setBusy(false)
  }
  return (
    <li>
      <div>
        <p>{note}</p>
        <small>
          {isSure
            ? t('doNotRentSureText')
            : entry.addedAt !== '' && t('doNotRentSince', { day: localDay(entry.addedAt) })}
        </small>
      </div>
      <Button
        size="xs"
        variant="default"
        loading={isBusy}
        aria-label={isSure ? undefined : t('doNotRentTakeOffOf', { note })}
        onClick={() => (isSure ? void takeOff() : setSure(true))}
      >
        {t(isSure ? 'doNotRentSure' : 'doNotRentTakeOff')}
      </Button>
    </li>
  )
}
