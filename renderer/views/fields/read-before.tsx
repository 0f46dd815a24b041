import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../core/license/finding.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { Icon } from '../../parts/icon.tsx'
import { localDay } from '../../state/instants.ts'
import styles from './read-before.module.css'

/** Says that the holder was read before, and how much has changed since; nothing of somebody new. */
export function ReadBefore(props: {
  readonly before: LicenseRecord | null
  readonly findings: readonly Finding[]
}) {
  const { t } = useTranslation()
  const { before, findings } = props
  if (before === null) return null
  const count = findings.filter(({ rule }) => rule === 'read-before').length
  const day = localDay(before.readAt)
  return (
    <p className={styles['before']}>
      <Icon name="records" size={13} />
      <span>{count === 0 ? t('readBeforeSame', { day }) : t('readBefore', { day, count })}</span>
    </p>
  )
}
