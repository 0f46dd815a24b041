import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pause } from '../../../core/ipc/contract.ts'
import { type LicenseRecord, licenseOf } from '../../../core/license/record.ts'
import { causeOfFailure, type RetakeCause } from '../../../core/retake/causes.ts'
import { adviceOf } from '../../../core/words/say-advice.ts'
import { Icon } from '../../parts/icon.tsx'
import { useDesk } from '../../state/desk-context.tsx'
import { firstPageOf } from '../../state/first-page.ts'
import { isSecondPage, type Row, type RowState } from '../../state/rows.ts'
import { useLanguage, useSession } from '../../state/session-context.ts'
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
  const { actions, selection } = useSession()
  const { pause, records } = useDesk()
  const { job, state } = row
  const firstPage = firstPageOf(row, records)
  const isToJoin = firstPage !== undefined && firstPage.reading.secondPage === undefined
  const cause = causeOf(row, firstPage)
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
      {waiting ? (
        <Waiting words={waitingWords(state.kind, pause)} />
      ) : (
        <Trouble row={row} firstPage={firstPage} cause={cause} />
      )}
      <div className={styles['buttons']}>
        {isToJoin && <Join jobId={job.id} firstPage={firstPage} />}
        {waiting ? (
          <Button variant="default" onClick={() => void actions.cancel([job.id])}>
            {t('cancel')}
          </Button>
        ) : (
          <Button
            // Where only another picture helps, the words that ask for it are the way on.
            variant={isToJoin || cause !== null ? 'default' : 'filled'}
            onClick={() => void actions.retry([job.id])}
          >
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

/** Both pages are one license from then on, and that is what is shown. */
function Join(props: { readonly jobId: string; readonly firstPage: LicenseRecord }) {
  const { t } = useTranslation()
  const { actions, selection } = useSession()
  const { jobId, firstPage } = props
  const join = async () => {
    await actions.join(jobId, firstPage.id)
    selection.send({ kind: 'select', rowId: firstPage.id })
  }
  return <Button onClick={() => void join()}>{t('joinPages')}</Button>
}

function toneOf(row: Row): 'quiet' | 'look' | 'bad' {
  if (isSecondPage(row.state)) return 'quiet'
  return row.state.kind === 'failed' ? 'bad' : row.state.kind === 'unknown' ? 'look' : 'quiet'
}

/** What is said of a row that is no license, and what to do about it. */
function useAdvice(row: Row, firstPage: LicenseRecord | undefined) {
  const { t } = useTranslation()
  const { state } = row
  const advice = adviceOf('failure' in state ? state.failure : 'cancelled', useLanguage())
  if (firstPage === undefined) return advice
  const isTaken = firstPage.reading.secondPage !== undefined
  return {
    reason: t('secondPageOf', { name: licenseOf(firstPage).name || t('unnamed') }),
    remedy: t(isTaken ? 'firstPageTaken' : 'firstPageHere'),
  }
}

/** Why only another picture helps; null where something else does. */
const causeOf = ({ state }: Row, firstPage: LicenseRecord | undefined): RetakeCause | null =>
  firstPage === undefined && 'failure' in state ? causeOfFailure(state.failure) : null

function Trouble({
  row,
  firstPage,
  cause,
}: {
  readonly row: Row
  readonly firstPage: LicenseRecord | undefined
  readonly cause: RetakeCause | null
}) {
  const { t } = useTranslation()
  const { state } = row
  const failed = state.kind === 'failed' || state.kind === 'unknown' ? state : null
  const { remedy, reason } = useAdvice(row, firstPage)
  return (
    <>
      <div className={verdictStyles['verdict']} data-tone={toneOf(row)} role="status">
        <Icon
          name={isSecondPage(row.state) ? 'cards' : failed === null ? 'minus' : 'alert'}
          size={18}
        />
        <div>
          <h2>{reason}</h2>
          <p>{remedy}</p>
        </div>
      </div>
      {cause !== null && <RetakeNote key={row.id} cause={cause} marked={null} isOpen />}
      {failed !== null && !isSecondPage(row.state) && (
        <p className={styles['support']}>
          {t('support')}: <code>{failed.failure}</code>
          {failed.message !== '' && <> · {failed.message}</>}
        </p>
      )}
    </>
  )
}
