import { useTranslation } from 'react-i18next'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { failureWords } from '../../../core/words/failure-words.ts'
import { recognizerName } from '../../../core/words/reason-words.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage } from '../../state/session-context.ts'
import styles from './fields-pane.module.css'

/** One quiet line where a reader that should have looked too did not. */
export function Missed({ record }: { readonly record: LicenseRecord }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { missed } = record.reading
  if (missed === undefined) return null
  const { reason } = failureWords[missed.failure.kind][language]
  const reader = recognizerName(missed.recognizer, language)
  return (
    <p className={styles['missed']} title={missed.failure.message}>
      <Icon name="alert" size={13} />
      <span>{t('missedLine', { reader, reason })}</span>
    </p>
  )
}
