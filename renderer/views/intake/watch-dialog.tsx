import { Button, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { WatchView } from '../../../core/intake/watch.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useSession } from '../../state/session-context.ts'
import { usePart, useStore } from '../../state/use-store.ts'
import { isTroubled, useWatchWords } from './use-watch-words.ts'
import styles from './watch-dialog.module.css'

/** Chooses the folder that is watched, and pauses, changes or ends that. */
export function WatchDialog() {
  const { t } = useTranslation()
  const { intake, watch, actions } = useSession()
  const way = usePart(intake, 'way')
  const view = useStore(watch)
  return (
    <Dialog
      opened={way === 'watch'}
      onClose={() => intake.send({ kind: 'way', way: null })}
      title={t('watchTitle')}
      size={560}
    >
      <div className={styles['body']}>
        <p>{t('watchText')}</p>
        {view === null ? (
          <Button data-autofocus onClick={() => void actions.chooseWatch()}>
            {t('watchChoose')}
          </Button>
        ) : (
          <Watched view={view} />
        )}
      </div>
    </Dialog>
  )
}

function Watched({ view }: { readonly view: WatchView }) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const say = useWatchWords()
  const isPaused = view.state === 'paused'
  const more = [
    view.waiting > 0 ? t('watchWaiting', { count: view.waiting }) : '',
    view.stuck > 0 ? t('watchStuck', { count: view.stuck }) : '',
  ].filter((one) => one !== '')
  return (
    <>
      <dl className={styles['facts']}>
        <dt>{t('watchFolder')}</dt>
        <dd className={styles['path']}>{view.folder}</dd>
        <dt>{t('watchState')}</dt>
        <dd data-troubled={isTroubled(view)}>
          <div role="status">
            {say(view)}
            {more.map((one) => (
              <span key={one}>{one}</span>
            ))}
          </div>
        </dd>
      </dl>
      <Switch
        label={t('watchMoves')}
        description={t('watchMovesText')}
        checked={view.moves}
        onChange={(event) => void actions.changeWatch({ moves: event.currentTarget.checked })}
      />
      <div className={styles['buttons']}>
        <Button variant="default" onClick={() => void actions.stopWatch()}>
          {t('watchStop')}
        </Button>
        <Button variant="default" onClick={() => void actions.chooseWatch()}>
          {t('watchOther')}
        </Button>
        <Button
          data-autofocus
          variant={isPaused ? 'filled' : 'default'}
          onClick={() => void actions.changeWatch({ isPaused: !isPaused })}
        >
          {t(isPaused ? 'watchGoOn' : 'watchPause')}
        </Button>
      </div>
    </>
  )
}
