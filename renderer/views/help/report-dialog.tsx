import { Button, Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsIn } from '../../../core/words/words.ts'
import type { ReportOutcome } from '../../../core/ipc/support.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage, useSession } from '../../state/session-context.ts'
import styles from './help.module.css'

/** Shows to the letter what a report would say, before it is saved anywhere. */
export function ReportDialog(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const say = wordsIn(useLanguage())
  return (
    <Dialog {...props} size={680} title={say('screen:asides.report')}>
      <Report onClose={props.onClose} />
    </Dialog>
  )
}

function Report({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [report, setReport] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<ReportOutcome | null>(null)
  useEffect(() => void actions.report().then(setReport), [actions])
  const save = () => void actions.saveReport().then(setOutcome)
  return (
    <div className={styles['about']}>
      <p>{t('reportText')}</p>
      {report === null ? (
        <p className={styles['waiting']} role="status">
          <Loader size={16} /> {t('asideLoading')}
        </p>
      ) : (
        <textarea
          className={styles['report']}
          readOnly
          rows={16}
          spellCheck={false}
          aria-label={t('reportContent')}
          value={report}
        />
      )}
      <div role="status">{outcome !== null && <Said outcome={outcome} />}</div>
      <div className={styles['buttons']}>
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
      </div>
    </div>
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
