import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/icon.tsx'
import styles from './guard.module.css'

/** Shows a way out when a screen breaks, instead of an empty window. */
export class Guard extends Component<
  { readonly children: ReactNode },
  { readonly broken: boolean }
> {
  override state = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? (
      <Stopped title="brokenTitle" text="brokenText" />
    ) : (
      this.props.children
    )
  }
}

/** The whole window when nothing else can be shown. */
export function Stopped(props: {
  readonly title: 'brokenTitle' | 'lostTitle' | 'problemTitle'
  readonly text: 'brokenText' | 'lostText' | 'problemText'
  readonly detail?: string
}) {
  const { t } = useTranslation()
  return (
    <main className={styles['stopped']}>
      <Icon name="alert" size={34} />
      <h1>{t(props.title)}</h1>
      <p>{t(props.text)}</p>
      <Button onClick={() => location.reload()}>{t('reload')}</Button>
      {props.detail !== undefined && <small>{props.detail}</small>}
    </main>
  )
}
