import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/icon.tsx'
import { isForDialog } from '../keys/dialog-keys.ts'
import styles from './overview.module.css'

/** A screen of its own, with the way back and what can be done with all of it. */
export function Page(props: {
  readonly title: string
  readonly onBack: () => void
  readonly ways: ReactNode
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const { onBack } = props
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => back.current?.focus(), [])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isForDialog()) onBack()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onBack])
  return (
    <div className={styles['page']}>
      <header className={styles['bar']} data-pane="top">
        <Button
          ref={back}
          variant="default"
          leftSection={<Icon name="back" size={15} />}
          onClick={onBack}
        >
          {t('backToDesk')}
        </Button>
        <h1>{props.title}</h1>
        <span className={styles['grow']} />
        {props.ways}
      </header>
      <main className={styles['main']} data-pane="fields">
        {props.children}
      </main>
    </div>
  )
}
