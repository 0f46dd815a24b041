import { Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AboutView } from '../../../core/ipc/support.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useSession } from '../../state/session-context.ts'
import styles from './help.module.css'

/** Versions, and the licenses of everything that is in the program. */
export function AboutDialog(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const { opened } = props
  const [view, setView] = useState<AboutView | null>(null)
  useEffect(() => {
    if (opened) void actions.about().then(setView)
  }, [opened, actions])
  return (
    <Dialog {...props} size={720} title={t('asides.about')}>
      {view === null ? (
        <p className={styles['waiting']} role="status">
          <Loader size={16} /> {t('asideLoading')}
        </p>
      ) : (
        <div className={styles['about']}>
          <p>{t('aboutText')}</p>
          <dl className={styles['versions']}>
            {view.versions.map(({ name, version }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{version}</dd>
              </div>
            ))}
          </dl>
          <h2>{t('licensesTitle')}</h2>
          <p className={styles['soft']}>{t('licensesText')}</p>
          <div className={styles['notices']}>
            {view.notices.map(({ title, text }, at) => (
              // Two parts may be called alike; their order never changes.
              // eslint-disable-next-line react/no-array-index-key
              <details key={`${at} ${title}`}>
                <summary>{title}</summary>
                <pre>{text}</pre>
              </details>
            ))}
          </div>
        </div>
      )}
    </Dialog>
  )
}
