import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pause } from '../../../core/ipc/contract.ts'
import { licenseOf } from '../../../core/license/record.ts'
import { causeOfFailure } from '../../../core/retake/causes.ts'
import { adviceOf } from '../../../core/words/say-advice.ts'
import { Icon } from '../../parts/icon.tsx'
import { firstPageOf } from '../../state/first-page.ts'
import type { Row, RowState } from '../../state/rows.ts'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { RetakeNote } from '../retake/retake-note.tsx'
import paneStyles from './fields-pane.module.css'
import styles from './unread-pane.module.css'
import verdictStyles from './verdict.module.css'

/** In place of the fields, for an image that waits, is being read, or could not be read. */
export function UnreadPane({
  row,
  onRemove,
}: {
  readonly row: Row
  readonly onRemove: () => void
}) {
  const { t } = useTranslation()
  const { actions, desk, selection } = useSession()
  const { pause } = useStore(desk)
  const { job, state } = row
  const waiting = state.kind === 'queued' || state.kind === 'reading'
  useEffect(() => {
    // The fields take the keyboard only from the list where they were called for.
    const onFocus = ({ target }: FocusEvent) => {
      const isInList = target instanceof Element && target.closest('[data-pane=list]') !== null
      if (!isInList) selection.send({ kind: 'grabbed' })
    }
    window.addEventListener('focusin', onFocus)
    return () => window.removeEventListener('focusin', onFocus)
  }, [selection])
  return (
    <section className={paneStyles['pane']} aria-label={t('fields')} data-pane="fields">
      {waiting ? <Waiting words={waitingWords(state.kind, pause)} /> : <Trouble row={row} />}
      <div className={styles['buttons']}>
        {waiting ? (
          <Button variant="default" onClick={() => void actions.cancel([job.id])}>
            {t('cancel')}
          </Button>
        ) : (
          <Button onClick={() => void actions.retry([job.id])}>
            {t(state.kind === 'unknown' ? 'sendAgain' : 'retry')}
          </Button>
        )}
        <Button variant="default" onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
      <p className={styles['file']} title={job.source.path}>
        {job.source.path}
      </p>
    </section>
  )
}

const waitingWords = (state: RowState['kind'], pause: Pause) =>
  state === 'reading' ? 'verdictReading' : pause === 'none' ? 'verdictQueued' : 'verdictPaused'

function Waiting({ words }: { readonly words: ReturnType<typeof waitingWords> }) {
  const { t } = useTranslation()
  const icons = { verdictReading: 'turn', verdictQueued: 'clock', verdictPaused: 'pause' } as const
  return (
    <div className={verdictStyles['verdict']} data-tone="quiet" role="status">
      <Icon name={icons[words]} size={18} />
      <div>
        <h2>{t(words)}</h2>
      </div>
    </div>
  )
}

function Trouble({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { desk, actions } = useSession()
  const firstPage = firstPageOf(row, useStore(desk).records)
  const { state } = row
  const failed = state.kind === 'failed' || state.kind === 'unknown' ? state : null
  const { remedy, reason } = adviceOf(failed?.failure ?? 'cancelled', language)
  const cause = failed === null || firstPage !== undefined ? null : causeOfFailure(failed.failure)
  return (
    <>
      <div
        className={verdictStyles['verdict']}
        data-tone={failed === null ? 'quiet' : failed.kind === 'unknown' ? 'look' : 'bad'}
        role="status"
      >
        <Icon name={failed === null ? 'minus' : 'alert'} size={18} />
        <div>
          <h2>{reason}</h2>
          <p>{remedy}</p>
        </div>
      </div>
      {firstPage !== undefined && (
        <div className={styles['here']}>
          <p>{t('firstPageHere', { name: licenseOf(firstPage).name })}</p>
          {firstPage.reading.secondPage === undefined && (
            <Button size="xs" onClick={() => void actions.join(row.job.id, firstPage.id)}>
              {t('joinPages')}
            </Button>
          )}
        </div>
      )}
      {cause !== null && <RetakeNote key={row.id} cause={cause} marked={null} isOpen />}
      {failed !== null && (
        <p className={styles['support']}>
          {t('support')}: <code>{failed.failure}</code>
          {failed.message !== '' && <> · {failed.message}</>}
        </p>
      )}
    </>
  )
}
