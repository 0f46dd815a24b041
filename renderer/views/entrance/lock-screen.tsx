import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskApi } from '../../../core/ipc/contract.ts'
import { Icon } from '../../parts/icon.tsx'
import type { GateEvent, GateState } from '../../state/gate-state.ts'
import type { Store } from '../../state/store.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './entrance.module.css'
import { type Refused, SecretForm } from './secret-form.tsx'

/** The whole window while it is locked: nothing of the desk is behind it. */
export function LockScreen(props: {
  readonly desk: DeskApi
  readonly gate: Store<GateState, GateEvent>
}) {
  const { t } = useTranslation()
  const { lock } = useStore(props.gate)
  const [by, setBy] = useState<'pin' | 'passphrase'>('pin')
  const unlock = async (secret: string): Promise<Refused> => {
    const answer = await props.desk.call('lock:unlock', { by, secret })
    if (!answer.ok) return { wrong: false, waitMs: 0 }
    const outcome = answer.value
    if (outcome.kind !== 'open') return { wrong: outcome.kind === 'wrong', waitMs: outcome.waitMs }
    props.gate.send({ kind: 'unlocked' })
    return null
  }
  return (
    <main className={styles['entrance']}>
      <div className={styles['sheet']} data-narrow="true">
        <span className={styles['sign']}>
          <Icon name="lock" size={26} />
        </span>
        <h1>{t('lockedScreen')}</h1>
        <p>{t('lockedScreenText')}</p>
        <SecretForm
          key={by}
          label={t(by)}
          button={t('unlock')}
          wrong={t(by === 'pin' ? 'wrongPin' : 'wrongPassphrase')}
          digits={by === 'pin'}
          waitMs={lock.waitMs}
          onTry={unlock}
        />
        {lock.hasPassphrase ? (
          <button
            type="button"
            className={styles['other']}
            onClick={() => setBy(by === 'pin' ? 'passphrase' : 'pin')}
          >
            {t(by === 'pin' ? 'unlockWithPassphrase' : 'unlockWithPin')}
          </button>
        ) : (
          <small>{t('noWayIn')}</small>
        )}
      </div>
    </main>
  )
}
