import { Button, Loader, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/icon.tsx'
import { batchProgress } from '../../state/desk-state.ts'
import { countRows, groupOf, type Row, type RowGroup } from '../../state/rows.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { Whereabouts } from './whereabouts.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import styles from './top-bar.module.css'

/** What is there, where the images go, how far the reading is, and the way out. */
export function TopBar({
  rows,
  onExport,
  onReading,
}: {
  readonly rows: readonly Row[]
  readonly onExport: () => void
  /** Opens what is set about the way to read. */
  readonly onReading: () => void
}) {
  const { t } = useTranslation()
  const { exporting } = useSession()
  const counts = countRows(rows)
  const count = counts.ready + counts.look
  const writing = useStore(exporting).kind === 'writing'
  return (
    <header className={styles['bar']} data-pane="top">
      <h1 className={styles['name']}>{t('appName')}</h1>
      {rows.length > 0 && <Chips rows={rows} counts={counts} />}
      <span className={styles['grow']} />
      <Working />
      <Whereabouts onOpen={onReading} />
      <SettingsMenu onReading={onReading} />
      {rows.length > 0 && (
        <Button disabled={count === 0} loading={writing} onClick={onExport}>
          {count === 0 ? t('exportNone') : t('exportCount', { count })}
        </Button>
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
  const { filter, jobId } = useStore(selection)
  const choose = (group: RowGroup) => {
    selection.send({ kind: 'filter', filter: group })
    const members = rows.filter((row) => groupOf(row.state) === group)
    const first = members[0]
    if (filter !== group && first !== undefined && !members.some((row) => row.job.id === jobId))
      selection.send({ kind: 'select', jobId: first.job.id })
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

/** Files being looked at, or images being read; nothing when the desk is at rest. */
function Working() {
  const { t } = useTranslation()
  const session = useSession()
  const { calls, progress } = useStore(session.intake)
  const batch = batchProgress(useStore(session.desk))
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
      <button type="button" onClick={() => void session.actions.cancel()}>
        <Icon name="stop" size={12} /> {t('cancelAll')}
      </button>
    </span>
  )
}
