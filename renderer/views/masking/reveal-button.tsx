import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/icon.tsx'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './masking.module.css'

/** Shows masked numbers while it is held, by the mouse, a finger, the space bar or Enter. */
export function RevealButton() {
  const { t } = useTranslation()
  const { revealing } = useSession()
  const isHeld = useStore(revealing)
  const begin = () => revealing.send(true)
  const end = () => revealing.send(false)
  useEffect(() => () => revealing.send(false), [revealing])
  return (
    <button
      type="button"
      className={styles['reveal']}
      aria-label={t('reveal')}
      aria-pressed={isHeld}
      title={`${t('reveal')}  F2`}
      onPointerDown={(event) => {
        // The focus stays where it is: a number that is written needs no revealing.
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        begin()
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onLostPointerCapture={end}
      onKeyDown={(event) => {
        if (event.key !== ' ' && event.key !== 'Enter') return
        event.preventDefault()
        begin()
      }}
      onKeyUp={end}
      onBlur={end}
    >
      <Icon name="eye" size={15} />
    </button>
  )
}
