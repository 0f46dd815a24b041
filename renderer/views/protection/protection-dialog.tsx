import { SegmentedControl, Switch } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../core/settings/settings.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { PassphraseSection } from './passphrase-section.tsx'
import { PinSection } from './pin-section.tsx'
import styles from './protection.module.css'

const minutes = [0, 1, 3, 5, 15] as const satisfies readonly Settings['lockMinutes'][]

/** Who may see what is kept: the lock, the way back without the system's key, and the mask over numbers. */
export function ProtectionDialog(props: {
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { gate, settings, actions } = useSession()
  const { lock } = useStore(gate)
  const { lockMinutes, maskNumbers } = useStore(settings)
  const afterId = useId()
  return (
    <Dialog {...props} size={600} title={t('protection')}>
      <div className={styles['body']}>
        <PinSection lock={lock} />
        {lock.hasPin && (
          <div className={styles['after']}>
            <span id={afterId}>{t('lockAfter')}</span>
            <SegmentedControl
              size="xs"
              transitionDuration={100}
              aria-labelledby={afterId}
              value={String(lockMinutes)}
              data={minutes.map((count) => ({
                value: String(count),
                label: count === 0 ? t('lockNever') : t('lockMinutes', { count }),
              }))}
              onChange={(value) => {
                const chosen = minutes.find((count) => String(count) === value)
                if (chosen !== undefined) void actions.set({ lockMinutes: chosen })
              }}
            />
          </div>
        )}
        <PassphraseSection lock={lock} />
        <section className={styles['section']} aria-label={t('maskNumbers')}>
          <Switch
            label={t('maskNumbers')}
            description={t('maskNumbersText')}
            checked={maskNumbers}
            onChange={(event) => void actions.set({ maskNumbers: event.currentTarget.checked })}
          />
        </section>
      </div>
    </Dialog>
  )
}
