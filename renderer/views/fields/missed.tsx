import { useTranslation } from 'react-i18next'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { adviceOf } from '../../../core/words/say-advice.ts'
import { recognizerName } from '../../../core/words/say-reason.ts'
import { Icon } from '../../parts/icon.tsx'
import { whereabouts } from '../../state/account-state.ts'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './fields-pane.module.css'

/** One quiet line where a reader that should have looked too did not, and the way to have it look. */
export function Missed(props: {
  readonly record: LicenseRecord
  /** It is being read once more. */
  readonly isUnderWay: boolean
  readonly onAgain: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { settings, account } = useSession()
  const { kind: where } = whereabouts(useStore(settings), useStore(account))
  const { missed } = props.record.reading
  if (missed === undefined) return null
  const { failure, recognizer } = missed
  const isLost = failure.kind === 'outcome-unknown'
  const reader = recognizerName(recognizer, language)
  const { reason } = adviceOf(failure.kind, language)
  const isReady = recognizer.startsWith('wechat') && where !== 'here' && where !== 'not-ready'
  const mayAsk = isReady && failure.kind !== 'several-licenses'
  return (
    <p className={styles['missed']} title={failure.message}>
      <Icon name="alert" size={13} />
      <span>
        {isLost ? t('missedLost', { reader }) : t('missedLine', { reader, reason })}{' '}
        {props.isUnderWay ? (
          <em>{t('askingAgain', { reader })}</em>
        ) : (
          mayAsk && (
            <button type="button" onClick={props.onAgain}>
              {t(isLost ? 'sendAgainCost' : 'askAgainCost')}
            </button>
          )
        )}
      </span>
    </p>
  )
}
