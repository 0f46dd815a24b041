import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { everyMinute } from '../../api/clock.ts'
import { Icon } from '../../parts/icon.tsx'
import { whereabouts } from '../../state/account-state.ts'
import { jobsOverLimit } from '../../state/desk-state.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './top-bar.module.css'

const sent = {
  doubtful: 'sendDoubtful',
  all: 'sendAll',
  addresses: 'sendAddresses',
} as const

/** Where the images go, and how many calls are left today; always in sight. */
export function Whereabouts({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation()
  const { settings, account, actions } = useSession()
  const where = whereabouts(useStore(settings), useStore(account))
  // A new day in China brings new calls.
  useEffect(() => everyMinute(() => void actions.readAccount()), [actions])
  if (where.kind === 'here' || where.kind === 'not-ready')
    return (
      <button
        type="button"
        className={styles['where']}
        data-tone={where.kind === 'here' ? 'none' : 'look'}
        title={t('openReading')}
        onClick={onOpen}
      >
        <Icon name={where.kind === 'here' ? 'lock' : 'alert'} size={13} />
        <span>
          {t(where.kind === 'here' ? 'offline' : 'stayWhenNotReady')} ·{' '}
          <strong>{t('staysHere')}</strong>
        </span>
      </button>
    )
  const { quota, left, kind } = where
  const isSpent = quota.state === 'spent'
  return (
    <>
      <button
        type="button"
        className={styles['where']}
        data-tone={isSpent ? 'bad' : quota.state === 'near' ? 'look' : 'none'}
        title={t('openReading')}
        onClick={onOpen}
      >
        <Icon name={quota.state === 'open' ? 'send' : 'alert'} size={13} />
        <span>
          {t(sent[kind])} ·{' '}
          <strong>{isSpent ? t('callsSpent') : t('callsLeft', { count: left })}</strong>
        </span>
      </button>
      {isSpent && <GoOnOffline />}
    </>
  )
}

/** Reads offline from now on, and also what was turned away for want of calls. */
function GoOnOffline() {
  const { t } = useTranslation()
  const { desk, actions } = useSession()
  const goOn = async () => {
    await actions.set({ engine: 'offline' })
    const ids = jobsOverLimit(desk.get())
    if (ids.length > 0) await actions.retry(ids)
  }
  return (
    <button type="button" className={styles['goOn']} onClick={() => void goOn()}>
      {t('goOnOffline')}
    </button>
  )
}
