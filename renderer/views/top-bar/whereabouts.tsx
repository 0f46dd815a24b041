import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { everyMinute } from '../../api/clock.ts'
import { Icon } from '../../parts/icon.tsx'
import { whereabouts } from '../../state/account-state.ts'
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
  const set = useStore(settings)
  const view = useStore(account)
  const where = whereabouts(set, view)
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
          <i>{t(where.kind === 'here' ? 'offline' : 'stayWhenNotReady')} ·</i>{' '}
          <strong>{t('staysHere')}</strong>
        </span>
      </button>
    )
  const { quota, left, kind } = where
  const isSpent = quota.state === 'spent'
  const isReadOffline = set.whenSpent === 'offline' && kind !== 'addresses'
  const isHeld = view !== null && view.hold !== null
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
          <i>{t(sent[kind])} ·</i>{' '}
          <strong>
            {isSpent
              ? t(isReadOffline ? 'callsSpentOffline' : 'callsSpent')
              : t('callsLeft', { count: left })}
          </strong>
        </span>
      </button>
      {isSpent && !isReadOffline && !isHeld && <GoOnOffline />}
    </>
  )
}

/** Reads offline from now on. */
function GoOnOffline() {
  const { t } = useTranslation()
  const { actions } = useSession()
  const goOn = () => void actions.set({ engine: 'offline' })
  return (
    <button type="button" className={styles['goOn']} onClick={goOn}>
      {t('goOnOffline')}
    </button>
  )
}
