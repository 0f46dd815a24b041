import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SecretState } from '../../../core/ipc/account.ts'
import type { SecretName } from '../../../core/wechat/account.ts'
import { useSession } from '../../state/session-context.ts'
import styles from './reading-dialog.module.css'

const lostWords = { key: 'secretLost', host: 'secretElsewhere' } as const

/** A secret is typed once, goes to the main process and never comes back; nothing here remembers it. */
export function SecretEntry(props: { readonly name: SecretName; readonly state: SecretState }) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [isReplacing, setReplacing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const { name, state } = props
  const label = t(name)
  useEffect(() => {
    if (isReplacing) input.current?.focus()
  }, [isReplacing])
  const keep = async () => {
    const typed = input.current?.value.trim() ?? ''
    if (typed === '') return setReplacing(false)
    if (!(await actions.changeAccount({ secrets: { [name]: typed } }))) return
    if (input.current !== null) input.current.value = ''
    setReplacing(false)
  }
  if (state.isSet && !isReplacing) {
    const of = (what: string) => t('ofSecret', { what, secret: label })
    return (
      <div className={styles['secret']} role="group" aria-label={label}>
        <span>{label}</span>
        <div>
          <output>
            {state.ending === '' ? t('secretSet') : t('secretEnding', { ending: state.ending })}
          </output>
          <Button
            size="xs"
            variant="default"
            aria-label={of(t('secretReplace'))}
            onClick={() => setReplacing(true)}
          >
            {t('secretReplace')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={of(t('secretClear'))}
            onClick={() => void actions.changeAccount({ secrets: { [name]: '' } })}
          >
            {t('secretClear')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <TextInput
      ref={input}
      type="password"
      label={label}
      error={state.lostTo === null ? null : t(lostWords[state.lostTo])}
      spellCheck={false}
      autoComplete="new-password"
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void keep()
      }}
    />
  )
}
