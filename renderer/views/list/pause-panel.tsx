import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/icon.tsx'
import { useDesk } from '../../state/desk-context.tsx'
import { useSession } from '../../state/session-context.ts'
import styles from './pause-panel.module.css'

const said = {
  'disk-full': { remedy: 'pauseRemedyDisk', reason: 'pauseReasonDisk' },
  'store-failed': { remedy: 'pauseRemedyStore', reason: 'pauseReasonStore' },
} as const

/** Why the program itself stopped reading, and what to do; nothing where a person paused. */
export function PausePanel() {
  const { t } = useTranslation()
  const { actions } = useSession()
  const { pause } = useDesk()
  if (pause === 'none' || pause === 'person') return null
  const { remedy, reason } = said[pause]
  return (
    <section className={styles['panel']} aria-label={t('paused')} role="alert">
      <h2>
        <Icon name="alert" size={15} /> {t(reason)}
      </h2>
      <p>{t(remedy)}</p>
      <Button size="xs" onClick={() => void actions.resume()}>
        {t('resume')}
      </Button>
    </section>
  )
}
