import { ActionIcon, Button, Loader, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Pause } from '../../../core/ipc/contract.ts'
import { Icon } from '../../parts/icon.tsx'
import { batchProgress } from '../../state/desk-state.ts'
import { countRows, groupOf, type Row, type RowGroup, rowNamed } from '../../state/rows.ts'
import { useDesk } from '../../state/desk-context.tsx'
import { useSession } from '../../state/session-context.ts'
import { useStore, useToldStore } from '../../state/use-store.ts'
import { control } from '../keys/keys.ts'
import type { JudgingPage } from '../verdict/judging-dialog.tsx'
import { PurposeButton } from './purpose-button.tsx'
import { Whereabouts } from './whereabouts.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import styles from './top-bar.module.css'

/** What is there, where the images go, how far the reading is, and the way out. */
export function TopBar({
  rows,
  onExport,
  onExportSetup,
  onReading,
  onRecords,
  onProtection,
  onOverview,
  onJudging,
}: {
  readonly rows: readonly Row[]
  readonly onExport: () => void
  readonly onExportSetup: () => void
  /** Opens what is set about the way to read. */
  readonly onReading: () => void
  readonly onRecords: () => void
  readonly onProtection: () => void
  readonly onOverview: (which: 'renewals' | 'figures') => void
  /** Opens what is set about verdicts. */
  readonly onJudging: (page: JudgingPage) => void
}) {
  const { t } = useTranslation()
  const { exporting } = useSession()
  const counts = countRows(rows)
  const count = rows.filter((row) => row.record !== null).length
  const writing = useStore(exporting).kind === 'writing'
  return (
    <header className={styles['bar']} data-pane="top">
      <h1 className={styles['name']}>{t('appName')}</h1>
      {rows.length > 0 && <Chips rows={rows} counts={counts} />}
      <PurposeButton onOpen={() => onJudging('purpose')} />
      <span className={styles['grow']} />
      <Working />
      <Whereabouts onOpen={onReading} />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        className={styles['icon'] ?? ''}
        aria-label={t('records')}
        title={`${t('records')}  ${control} R`}
        onClick={onRecords}
      >
        <Icon name="records" size={18} />
      </ActionIcon>
      <SettingsMenu
        onReading={onReading}
        onProtection={onProtection}
        onJudging={onJudging}
        onOverview={onOverview}
      />
      {rows.length > 0 && (
        <Button.Group>
          <Button disabled={count === 0} loading={writing} onClick={onExport}>
            {count === 0 ? t('exportNone') : t('exportCount', { count })}
          </Button>
          <Button
            className={styles['setup'] ?? ''}
            aria-label={t('exportSetup')}
            title={`${t('exportSetupOpen')}  ${control} Shift E`}
            onClick={onExportSetup}
          >
            <Icon name="more" size={14} />
          </Button>
        </Button.Group>
      )}
    </header>
  )
}

const tones = { ready: 'good', look: 'look', failed: 'bad' } as const
const icons = { ready: 'check', look: 'eye', failed: 'cross' } as const
const actions = { ready: 'filterReady', look: 'filterLook', failed: 'filterFailed' } as const

function Chips(props: {
  readonly rows: readonly Row[]
  readonly counts: Readonly<Record<RowGroup, number>>
}) {
  const { rows, counts } = props
  const { t } = useTranslation()
  const { selection } = useSession()
  const { filter, rowId } = useStore(selection)
  const choose = (group: RowGroup) => {
    selection.send({ kind: 'filter', filter: group })
    const members = rows.filter((row) => groupOf(row.state) === group)
    const first = members[0]
    if (filter !== group && first !== undefined && rowNamed(members, rowId) === null)
      selection.send({ kind: 'select', rowId: first.id })
  }
  return (
    <div className={styles['chips']} role="group" aria-label={t('list')}>
      {(['ready', 'look', 'failed'] as const).map((group) => (
        <button
          key={group}
          type="button"
          className={styles['chip']}
          data-tone={counts[group] > 0 ? tones[group] : 'none'}
          aria-pressed={filter === group}
          title={t(actions[group])}
          onClick={() => choose(group)}
        >
          <Icon name={icons[group]} size={13} />
          <strong>{counts[group]}</strong> <span>{t(group)}</span>
        </button>
      ))}
    </div>
  )
}

/** Files being looked at, or images being read or held back; nothing when the desk is at rest. */
function Working() {
  const { t } = useTranslation()
  const session = useSession()
  const { calls, progress } = useToldStore(session.intake)
  const desk = useDesk()
  const batch = batchProgress(desk)
  if (desk.pause !== 'none') return <Paused pause={desk.pause} batch={batch} />
  if (batch === null && calls === 0) return null
  if (batch === null)
    return (
      <span className={styles['working']} role="status">
        <Loader size={14} />
        {progress === null ? t('intakeWaiting') : t('intakeProgress', progress)}
      </span>
    )
  return (
    <span className={styles['working']}>
      <span className={styles['count']}>{t('progress', batch)}</span>
      <Progress
        className={styles['progress'] ?? ''}
        value={(100 * batch.done) / batch.total}
        size={6}
        aria-label={t('progressLabel')}
      />
      <button type="button" title={`${t('pause')}  P`} onClick={() => void session.actions.pause()}>
        <Icon name="pause" size={12} /> <span>{t('pause')}</span>
      </button>
      <button type="button" onClick={() => void session.actions.cancel()}>
        <Icon name="stop" size={12} /> <span>{t('cancelAll')}</span>
      </button>
    </span>
  )
}

/** Why nothing more is read, and the way on. */
function Paused(props: {
  readonly pause: Exclude<Pause, 'none'>
  readonly batch: ReturnType<typeof batchProgress>
}) {
  const { t } = useTranslation()
  const session = useSession()
  const { pause, batch } = props
  const left = batch === null ? 0 : batch.total - batch.done
  const words = {
    person: left === 0 ? t('paused') : t('pausedLeft', { count: left }),
    'disk-full': t('pausedDiskFull'),
    'store-failed': t('pausedStoreFailed'),
  }
  return (
    <span
      className={styles['working']}
      data-tone={pause === 'person' ? 'look' : 'bad'}
      role="status"
    >
      <Icon name={pause === 'person' ? 'pause' : 'alert'} size={13} />
      <span className={styles['count']}>{words[pause]}</span>
      <button
        type="button"
        title={`${t('resume')}  P`}
        onClick={() => void session.actions.resume()}
      >
        <Icon name="play" size={12} /> <span>{t('resume')}</span>
      </button>
      {left > 0 && (
        <button type="button" onClick={() => void session.actions.cancel()}>
          <Icon name="stop" size={12} /> <span>{t('cancelAll')}</span>
        </button>
      )}
    </span>
  )
}
