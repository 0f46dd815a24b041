import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ExportOutcome } from '../../../core/ipc/contract.ts'
import { exportAdviceOf } from '../../../core/words/say-advice.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage, useSession } from '../../state/session-context.ts'
import styles from './overview.module.css'

/** What became of a table that was to be written. */
export function Written({ outcome }: { readonly outcome: ExportOutcome | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { actions } = useSession()
  if (outcome === null || outcome.kind === 'cancelled') return <p role="status" hidden />
  const isWritten = outcome.kind === 'written'
  const advice = outcome.kind === 'failed' ? exportAdviceOf(outcome.reason, language) : null
  return (
    <p className={styles['written']} data-tone={isWritten ? 'good' : 'bad'} role="status">
      <Icon name={isWritten ? 'check' : 'alert'} size={15} />{' '}
      <strong>{isWritten ? t('tableWritten') : (advice?.reason ?? t('lockedTitle'))}</strong>{' '}
      {advice !== null && <span>{advice.remedy}</span>}
      {'path' in outcome && <span className={styles['path']}>{outcome.path}</span>}
      {isWritten && (
        <Button size="xs" variant="default" onClick={() => void actions.reveal(outcome.path)}>
          {t('showTable')}
        </Button>
      )}
    </p>
  )
}
