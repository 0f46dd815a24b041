import { Button, Loader, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportOutcome } from '../../../core/ipc/support.ts'
import { Icon } from '../../parts/icon.tsx'
import { useSession } from '../../state/session-context.ts'
import styles from './help.module.css'

/** Shows to the letter what a report would say, before it is saved anywhere. */
export function ReportDialog(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const { opened, onClose } = props
  const [report, setReport] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<ReportOutcome | null>(null)
  useEffect(() => {
    if (!opened) return
    setOutcome(null)
    void actions.report().then(setReport)
  }, [opened, actions])
  const save = () => void actions.saveReport().then(setOutcome)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={680}
      title={<b className={styles['title']}>{t('asides.report')}</b>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles['about']}>
        <p>{t('reportText')}</p>
        {report === null ? (
          <p className={styles['waiting']} role="status">
            <Loader size={16} /> {t('asideLoading')}
          </p>
        ) : (
          <pre className={styles['report']} tabIndex={0} aria-label={t('reportContent')}>
            {report}
          </pre>
        )}
        <div role="status">{outcome !== null && <Said outcome={outcome} />}</div>
        <footer className={styles['buttons']}>
          {outcome?.kind === 'saved' ? (
            <>
              <Button variant="default" onClick={() => void actions.revealReport()}>
                {t('showInFolder')}
              </Button>
              <Button onClick={onClose}>{t('close')}</Button>
            </>
          ) : (
            <>
              <Button variant="default" onClick={onClose}>
                {t('close')}
              </Button>
              <Button data-autofocus disabled={report === null} onClick={save}>
                {t('reportSave')}
              </Button>
            </>
          )}
        </footer>
      </div>
    </Modal>
  )
}

function Said({ outcome }: { readonly outcome: ReportOutcome }) {
  const { t } = useTranslation()
  if (outcome.kind === 'cancelled') return null
  const isSaved = outcome.kind === 'saved'
  return (
    <p className={styles['said']} data-tone={isSaved ? 'good' : 'bad'}>
      <Icon name={isSaved ? 'check' : 'alert'} size={15} />
      <span>
        {t(isSaved ? 'reportSaved' : 'reportFailed')} <small>{outcome.path}</small>
      </span>
    </p>
  )
}
