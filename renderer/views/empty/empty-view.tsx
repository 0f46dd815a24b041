import { Button, Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { whereabouts } from '../../state/account-state.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore, useToldStore } from '../../state/use-store.ts'
import { PausePanel } from '../list/pause-panel.tsx'
import { WatchBar } from '../intake/watch-bar.tsx'
import { RefusedPanel } from '../intake/refused-panel.tsx'
import { CardsDrawing } from './cards-drawing.tsx'
import styles from './empty-view.module.css'

/** Nothing on the desk yet: an invitation, and every way in that works. */
export function EmptyView({ onPath }: { readonly onPath: () => void }) {
  const { t } = useTranslation()
  const { actions, intake } = useSession()
  const { calls, progress } = useToldStore(intake)
  const busy = calls > 0
  return (
    <main className={styles['empty']}>
      <div className={styles['zone']}>
        <CardsDrawing />
        <h2>{t('emptyTitle')}</h2>
        <p>{t('emptyText')}</p>
        <div className={styles['ways']}>
          <Button size="md" onClick={() => void actions.pick('files')}>
            {t('chooseFiles')}
          </Button>
          <Button size="md" variant="default" onClick={() => void actions.pick('folder')}>
            {t('chooseFolder')}
          </Button>
          <Button size="md" variant="default" onClick={onPath}>
            {t('pastePath')} <kbd>Ctrl V</kbd>
          </Button>
        </div>
        <p className={styles['more']}>
          <button type="button" onClick={() => intake.send({ kind: 'way', way: 'camera' })}>
            {t('camera')}
          </button>
          <button type="button" onClick={() => intake.send({ kind: 'way', way: 'watch' })}>
            {t('watch')}
          </button>
        </p>
        {busy ? (
          <p className={styles['try']} role="status">
            <Loader size={14} />{' '}
            {progress === null ? t('intakeWaiting') : t('intakeProgress', progress)}
          </p>
        ) : (
          <p className={styles['try']}>
            {t('noImages')}{' '}
            <button type="button" onClick={() => void actions.addSamples()}>
              {t('trySamples')}
            </button>
          </p>
        )}
      </div>
      <div className={styles['refused']}>
        <WatchBar />
        <PausePanel />
        <RefusedPanel />
      </div>
    </main>
  )
}

export function Promises() {
  const { t } = useTranslation()
  const { settings, account } = useSession()
  const where = whereabouts(useStore(settings), useStore(account)).kind
  const stays = where === 'here' || where === 'not-ready'
  return (
    <footer className={styles['promises']}>
      {stays && <span>{t('promiseAccount')}</span>}
      <span>
        {t(stays ? 'promiseLocal' : where === 'doubtful' ? 'promiseSentDoubtful' : 'promiseSent')}
      </span>
      <span>{t('promiseDigits')}</span>
    </footer>
  )
}
