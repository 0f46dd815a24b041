import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Walk } from './use-walk.ts'
import styles from './overview.module.css'

/** How far a look through all records has come, and the ways to stop it or begin anew. */
export function Walking(props: {
  readonly walk: Exclude<Walk<unknown>, { kind: 'done' }>
  readonly onStop: () => void
  readonly onAgain: () => void
}) {
  const { t } = useTranslation()
  const { walk } = props
  if (walk.kind === 'stopped')
    return (
      <div className={styles['empty']}>
        <b>{t('walkStopped')}</b>
        <Button variant="default" onClick={props.onAgain}>
          {t('walkAgain')}
        </Button>
      </div>
    )
  const { looked, total } = walk.walked ?? { looked: 0, total: 0 }
  return (
    <div className={styles['empty']}>
      <b role="status">{t('walking')}</b>
      <Progress
        className={styles['progress'] ?? ''}
        value={total === 0 ? 0 : (100 * looked) / total}
        aria-label={t('walking')}
      />
      <p className={styles['quiet']}>{total > 0 && t('walkingAt', { looked, total })}</p>
      <Button variant="default" onClick={props.onStop}>
        {t('walkStop')}
      </Button>
    </div>
  )
}
