import { useTranslation } from 'react-i18next'
import { adviceOf } from '../../../core/words/say-advice.ts'
import type { Hold } from '../../../core/wechat/hold.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './hold-bar.module.css'

const titles = {
  pause: 'heldPause',
  unreachable: 'heldUnreachable',
  spent: 'heldSpent',
} as const satisfies Record<Exclude<Hold['kind'], 'stopped'>, string>

/** Why nothing is sent to WeChat now, what ends that, and the ways on. */
export function HoldBar({ onReading }: { readonly onReading: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { account, actions } = useSession()
  const hold = useStore(account)?.hold ?? null
  if (hold === null) return null
  const { kind, failure } = hold
  const { remedy, reason } = adviceOf(failure.kind, language)
  const isStopped = kind === 'stopped'
  return (
    <div className={styles['hold']} data-tone={isStopped ? 'bad' : 'look'} role="status">
      <Icon name={isStopped ? 'alert' : 'clock'} size={15} />
      <p title={failure.message}>
        <strong>{reason}</strong> <span>{isStopped ? remedy : t(titles[kind])}</span>
        {isStopped && <small>{failure.message}</small>}
      </p>
      {isStopped && (
        <button type="button" onClick={onReading}>
          {t('openReading')}
        </button>
      )}
      {kind !== 'pause' && (
        <>
          <button type="button" onClick={() => void actions.sendOn()}>
            {t('retry')}
          </button>
          <button type="button" onClick={() => void actions.set({ engine: 'offline' })}>
            {t('goOnOffline')}
          </button>
        </>
      )}
    </div>
  )
}
