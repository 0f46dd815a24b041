import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { unreachable } from '../../../core/result.ts'
import { exportAdviceOf } from '../../../core/words/say-advice.ts'
import { Icon, type IconName } from '../../parts/icon.tsx'
import type { ExportState } from '../../state/export-state.ts'
import { exportableOf, finishedOf, type Row } from '../../state/rows.ts'
import { useLanguage, useSession, useReturnDate, useToday } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './export-dialog.module.css'

/** Asks before doubtful licenses go out, and tells what became of the file. */
export function ExportDialog({
  rows,
  onLook,
}: {
  readonly rows: readonly Row[]
  readonly onLook: () => void
}) {
  const { t } = useTranslation()
  const { exporting } = useSession()
  const state = useStore(exporting)
  const close = () => exporting.send({ kind: 'closed' })
  return (
    <Modal
      opened={state.kind === 'asking' || state.kind === 'told'}
      onClose={close}
      size={480}
      title={<Title state={state} />}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {state.kind === 'asking' && <Ask rows={rows} onLook={onLook} onClose={close} />}
      {state.kind === 'told' && <Told told={state} rows={rows} onClose={close} />}
    </Modal>
  )
}

function Title({ state }: { readonly state: ExportState }) {
  const { t } = useTranslation()
  const [icon, tone, words] = titleOf(state)
  return (
    <span className={styles['title']} data-tone={tone}>
      <Icon name={icon} size={18} /> {t(words)}
    </span>
  )
}

const titleOf = (state: ExportState) => {
  if (state.kind !== 'told') return ['eye', 'look', 'exportTitle'] as const
  const titles = {
    written: ['check', 'good', 'exportDone'],
    locked: ['lock', 'look', 'lockedTitle'],
    failed: ['cross', 'bad', 'exportFailed'],
  } as const satisfies Record<string, readonly [IconName, string, string]>
  return titles[state.outcome.kind]
}

function Ask(props: {
  readonly rows: readonly Row[]
  readonly onLook: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const { ready, look } = exportableOf(props.rows, useToday(), useReturnDate())
  return (
    <div className={styles['body']}>
      <p>
        {t('exportAsk', { count: look.length })} {t('exportAskText')}
      </p>
      <div className={styles['choices']}>
        <Button
          data-autofocus
          fullWidth
          onClick={() => {
            props.onClose()
            props.onLook()
          }}
        >
          {t('goLook')}
        </Button>
        {ready.length > 0 && (
          <Button fullWidth variant="default" onClick={() => void actions.exportCsv(ready, null)}>
            {t('exportReadyOnly', { count: ready.length })}
          </Button>
        )}
        <Button
          fullWidth
          variant="default"
          onClick={() => void actions.exportCsv([...ready, ...look], null)}
        >
          {t('exportAnyway', { count: ready.length + look.length })}
        </Button>
      </div>
    </div>
  )
}

function Told(props: {
  readonly told: Extract<ExportState, { kind: 'told' }>
  readonly rows: readonly Row[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { actions } = useSession()
  const { outcome, recordIds } = props.told
  switch (outcome.kind) {
    case 'written': {
      const finished = finishedOf(props.rows, recordIds)
      return (
        <div className={styles['body']}>
          <p>{t('exportDoneText', { count: outcome.rows })}</p>
          <Path path={outcome.path} />
          <div className={styles['buttons']}>
            <Button variant="default" onClick={() => void actions.reveal(outcome.path)}>
              {t('showInFolder')}
            </Button>
            {finished.length > 0 && (
              <Button
                variant="default"
                title={t('putAwayText')}
                onClick={() => {
                  void actions.putAway(finished)
                  props.onClose()
                }}
              >
                {t('putAwayAll', { count: finished.length })}
              </Button>
            )}
            <Button data-autofocus onClick={props.onClose}>
              {t('close')}
            </Button>
          </div>
        </div>
      )
    }
    case 'locked':
      return (
        <div className={styles['body']}>
          <p>{t('lockedText')}</p>
          <Path path={outcome.offered} />
          <div className={styles['buttons']}>
            <Button
              variant="default"
              onClick={() => void actions.exportCsv(recordIds, outcome.path)}
            >
              {t('lockedAgain')}
            </Button>
            <Button
              data-autofocus
              onClick={() => void actions.exportCsv(recordIds, outcome.offered)}
            >
              {t('lockedOther')}
            </Button>
          </div>
        </div>
      )
    case 'failed': {
      const { remedy, reason } = exportAdviceOf(outcome.reason, language)
      return (
        <div className={styles['body']}>
          <p>
            <strong>{reason}</strong>
            <br />
            {remedy}
          </p>
          <Path path={outcome.path} />
          <div className={styles['buttons']}>
            <Button variant="default" onClick={props.onClose}>
              {t('close')}
            </Button>
            <Button data-autofocus onClick={() => void actions.exportCsv(recordIds, null)}>
              {t('exportElsewhere')}
            </Button>
          </div>
        </div>
      )
    }
    default:
      return unreachable(outcome)
  }
}

const Path = ({ path }: { readonly path: string }) =>
  path === '' ? null : <p className={styles['path']}>{path}</p>
