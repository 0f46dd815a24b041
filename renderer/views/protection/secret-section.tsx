import { Button } from '@mantine/core'
import { type ComponentType, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './protection.module.css'

type Doing = 'setting' | 'removing'

export interface SecretChangeProps {
  readonly doing: Doing
  /** Whoever changes anything then has to prove who they are. */
  readonly hasPin: boolean
  readonly onClose: () => void
}

/** One secret: what it is for, how it stands, and the buttons that set, change and remove it. */
export function SecretSection(props: {
  readonly title: string
  readonly text: string
  readonly isSet: boolean
  /** Words of the button while none is set. */
  readonly setWords: string
  /** How it stands; shown while nobody changes it. */
  readonly standing: ReactNode
  readonly hasPin: boolean
  readonly form: ComponentType<SecretChangeProps>
}) {
  const { t } = useTranslation()
  const { title, text, isSet, setWords, standing, hasPin, form: Form } = props
  const [doing, setDoing] = useState<Doing | null>(null)
  return (
    <section className={styles['section']} aria-label={title}>
      <div className={styles['head']}>
        <div>
          <h2>{title}</h2>
          <p>{text}</p>
        </div>
        {doing === null && (
          <div className={styles['buttons']}>
            {isSet && (
              <Button size="xs" variant="default" onClick={() => setDoing('removing')}>
                {t('pinRemove')}
              </Button>
            )}
            <Button
              size="xs"
              variant={isSet ? 'default' : 'filled'}
              onClick={() => setDoing('setting')}
            >
              {isSet ? t('pinChange') : setWords}
            </Button>
          </div>
        )}
      </div>
      {doing === null ? (
        standing
      ) : (
        <Form doing={doing} hasPin={hasPin} onClose={() => setDoing(null)} />
      )}
    </section>
  )
}
