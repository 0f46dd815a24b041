import { Button, SegmentedControl } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Engine, engines, type Settings } from '../../../core/settings/settings.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './reading-dialog.module.css'

const words = {
  offline: ['wayOffline', 'wayOfflineText'],
  auto: ['wayAuto', 'wayAutoText'],
  'wechat-upload': ['wayUpload', 'wayUploadText'],
  'wechat-address': ['wayAddress', 'wayAddressText'],
  'wechat-cloud': ['wayCloud', 'wayCloudText'],
} as const satisfies Record<Engine, readonly [string, string]>

/** Every way to read; the first one through WeChat asks whether images may leave this PC. */
export function WayChoice() {
  const { t } = useTranslation()
  const { settings, actions } = useSession()
  const { engine, spend, agreedToSend } = useStore(settings)
  const [wanted, setWanted] = useState<Engine | null>(null)
  const name = useId()
  const current = agreedToSend ? engine : 'offline'
  const choose = (way: Engine) => {
    if (way === 'offline' || agreedToSend) {
      setWanted(null)
      void actions.set({ engine: way })
    } else setWanted(way)
  }
  return (
    <fieldset className={styles['ways']}>
      <legend>{t('readingTitle')}</legend>
      {engines.map((way) => (
        <div key={way} className={styles['way']} data-chosen={(wanted ?? current) === way}>
          <label>
            <input
              type="radio"
              aria-label={t(words[way][0])}
              name={name}
              checked={(wanted ?? current) === way}
              onChange={() => choose(way)}
            />
            <span>
              <strong>{t(words[way][0])}</strong>
              <small>{t(words[way][1])}</small>
            </span>
          </label>
          {way === 'auto' && current === 'auto' && wanted === null && (
            <Spend spend={spend} onChange={(next) => void actions.set({ spend: next })} />
          )}
          {wanted === way && (
            <Consent
              onYes={() => {
                setWanted(null)
                void actions.set({ engine: way, agreedToSend: true })
              }}
              onNo={() => setWanted(null)}
            />
          )}
        </div>
      ))}
    </fieldset>
  )
}

function Spend(props: {
  readonly spend: Settings['spend']
  readonly onChange: (spend: Settings['spend']) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className={styles['spend']}>
      <span id={id}>{t('spendLabel')}</span>
      <SegmentedControl<Settings['spend']>
        size="xs"
        transitionDuration={100}
        aria-labelledby={id}
        value={props.spend}
        data={[
          { value: 'doubtful', label: t('spendDoubtful') },
          { value: 'always', label: t('spendAlways') },
        ]}
        onChange={props.onChange}
      />
    </div>
  )
}

function Consent(props: { readonly onYes: () => void; readonly onNo: () => void }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className={styles['consent']} role="group" aria-labelledby={id}>
      <p id={id}>
        <strong>{t('consentTitle')}</strong> {t('consentText')}
      </p>
      <div>
        <Button size="xs" variant="default" onClick={props.onNo}>
          {t('consentNo')}
        </Button>
        <Button size="xs" onClick={props.onYes}>
          {t('consentYes')}
        </Button>
      </div>
    </div>
  )
}
