import { Button, VisuallyHidden } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './entrance.module.css'
import { useCountdown } from './use-countdown.ts'

/** What came of a try: null where it was the right one. */
export type Refused = { readonly wrong: boolean; readonly waitMs: number } | null

/** One secret and a button; a wrong one may have to wait, and says how long. */
export function SecretForm(props: {
  readonly label: string
  readonly button: string
  readonly wrong: string
  readonly digits: boolean
  /** Milliseconds before the first try. */
  readonly waitMs: number
  readonly onTry: (secret: string) => Promise<Refused>
}) {
  const { t } = useTranslation()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isTrying, setTrying] = useState(false)
  const [isWrong, setWrong] = useState(false)
  const { seconds, whole, start } = useCountdown(props.waitMs)
  useEffect(() => input.current?.focus(), [])
  const tryIt = async () => {
    const secret = input.current?.value ?? ''
    if (secret === '' || seconds > 0 || isTrying) return
    setTrying(true)
    const refused = await props.onTry(secret)
    setTrying(false)
    if (refused === null) return
    setWrong(refused.wrong)
    start(refused.waitMs)
    if (input.current !== null) input.current.value = ''
    input.current?.focus()
  }
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void tryIt()
      }}
    >
      <label htmlFor={id}>{props.label}</label>
      <div className={styles['entry']}>
        <input
          ref={input}
          id={id}
          type="password"
          inputMode={props.digits ? 'numeric' : 'text'}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          readOnly={seconds > 0}
          data-digits={props.digits}
          aria-describedby={`${id}-told`}
          aria-invalid={isWrong || undefined}
          onChange={() => setWrong(false)}
        />
        <Button type="submit" size="md" loading={isTrying} disabled={seconds > 0}>
          {props.button}
        </Button>
      </div>
      <div id={`${id}-told`} className={styles['told']}>
        <p role="status">
          {isWrong && props.wrong}
          {/* Heard once, and not with each second. */}
          {whole > 0 && <VisuallyHidden>{t('waitSeconds', { count: whole })}</VisuallyHidden>}
        </p>
        <p aria-hidden="true">{seconds > 0 && t('waitSeconds', { count: seconds })}</p>
      </div>
    </form>
  )
}
