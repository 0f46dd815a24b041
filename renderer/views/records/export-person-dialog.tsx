import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportOutcome } from '../../../core/ipc/contract.ts'
import type { HeldOfPerson } from '../../../core/ipc/held.ts'
import { exportAdviceOf } from '../../../core/words/say-advice.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage, useSession } from '../../state/session-context.ts'
import styles from './person-dialog.module.css'

interface DialogProps {
  readonly recordId: string
  readonly onClose: () => void
}

/** A copy of all that is held about a person, to hand out. */
export function ExportPersonDialog({
  opened,
  ...rest
}: DialogProps & { readonly opened: boolean }) {
  const { t } = useTranslation()
  return (
    <Dialog opened={opened} onClose={rest.onClose} size={500} title={t('personExportTitle')}>
      <Ways {...rest} />
    </Dialog>
  )
}

type Told = Exclude<ExportOutcome, { kind: 'cancelled' }>

function Ways({ recordId, onClose }: DialogProps) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [held, setHeld] = useState<HeldOfPerson | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  useEffect(() => {
    void actions.heldOf(recordId).then(setHeld)
  }, [actions, recordId])
  const take = async (format: 'json' | 'csv') => {
    const outcome = await actions.exportPerson(recordId, format)
    if (outcome !== null && outcome.kind !== 'cancelled') setTold(outcome)
  }
  if (told !== null) return <Outcome told={told} onClose={onClose} onBack={() => setTold(null)} />
  const ways = [
    { format: 'json', title: 'formatJson', text: 'formatJsonText' },
    { format: 'csv', title: 'formatCsv', text: 'formatCsvText' },
  ] as const
  return (
    <div className={styles['body']}>
      <p>
        {held !== null &&
          t('personExportText', {
            records: t('heldRecords', { count: held.records }),
            entries: [
              t('heldEntries', { count: held.entries }),
              ...(held.isListed ? [t('heldListed')] : []),
            ].join(t('and')),
          })}
      </p>
      <div className={styles['ways']}>
        {ways.map(({ format, title, text }) => (
          <button key={format} type="button" onClick={() => void take(format)}>
            <strong>{t(title)}</strong>
            <small>{t(text)}</small>
          </button>
        ))}
      </div>
    </div>
  )
}

function Outcome(props: {
  readonly told: Told
  readonly onClose: () => void
  readonly onBack: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { actions } = useSession()
  const { told, onClose, onBack } = props
  const isWritten = told.kind === 'written'
  const said = told.kind === 'failed' ? exportAdviceOf(told.reason, language) : null
  return (
    <div className={styles['body']}>
      <p className={styles['outcome']} data-tone={isWritten ? 'good' : 'bad'} role="status">
        <Icon name={isWritten ? 'check' : 'alert'} />{' '}
        {isWritten ? t('exportDone') : (said?.reason ?? t('lockedTitle'))}
      </p>
      {said !== null && <p>{said.remedy}</p>}
      {'path' in told && <p className={styles['path']}>{told.path}</p>}
      <div className={styles['buttons']}>
        {isWritten ? (
          <Button variant="default" onClick={() => void actions.reveal(told.path)}>
            {t('showInFolder')}
          </Button>
        ) : (
          <Button variant="default" onClick={onBack}>
            {t('exportElsewhere')}
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </div>
  )
}
