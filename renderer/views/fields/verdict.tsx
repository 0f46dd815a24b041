import { useTranslation } from 'react-i18next'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { Icon } from '../../parts/icon.tsx'
import type { LicenseView } from '../../state/license-view.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './verdict.module.css'

/** Where the license stands, and what to do next; brief where something was asked of it, whose answer comes first. */
export function Verdict(props: { readonly record: LicenseRecord; readonly view: LicenseView }) {
  const { t } = useTranslation()
  const { purpose } = useStore(useSession().settings)
  const isBrief = purpose.kind !== 'none'
  const look = props.view.look.size
  const touched = Object.keys(props.record.decisions).length > 0
  const wrong = props.view.findings.some((finding) => finding.severity === 'error')
  const rest = wrong ? 'verdictStands' : touched ? 'verdictDone' : 'verdictReadyText'
  return (
    <div
      className={styles['verdict']}
      data-tone={look > 0 ? 'look' : 'good'}
      data-brief={isBrief}
      role="status"
    >
      <Icon name={look > 0 ? 'eye' : 'check'} size={isBrief ? 15 : 18} />
      <div>
        <h2>{look > 0 ? t('verdictLook', { count: look }) : t('verdictReady')}</h2>
        <p>{t(look > 0 ? 'verdictLookText' : rest)}</p>
      </div>
    </div>
  )
}
