import { Button, Loader } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskApi } from '../../../core/ipc/contract.ts'
import styles from './entrance.module.css'

/** While the program ends and waits for the answers to calls that are paid for. */
export function LeavingScreen({ desk, calls }: { readonly desk: DeskApi; readonly calls: number }) {
  const { t } = useTranslation()
  const [isHurrying, setHurrying] = useState(false)
  const leaveNow = (): void => {
    setHurrying(true)
    void desk.call('program:leave-now', null)
  }
  return (
    <main className={styles['entrance']}>
      <div className={styles['sheet']} data-narrow="true">
        <span className={styles['sign']}>
          <Loader size={26} />
        </span>
        <h1>{t('leavingTitle')}</h1>
        <p role="status">{t('leavingText', { count: calls })}</p>
        <Button variant="default" disabled={isHurrying} onClick={leaveNow}>
          {t('leaveNow')}
        </Button>
        <small>{t('leaveNowPrice')}</small>
      </div>
    </main>
  )
}
