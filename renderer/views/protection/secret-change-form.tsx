import { Button, PasswordInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProtectWish } from '../../../core/ipc/lock.ts'
import styles from './protection.module.css'
import type { SecretChangeProps } from './secret-section.tsx'
import { useFirstFocus } from './use-first-focus.ts'
import { useProtect } from './use-protect.ts'

/** Sets or removes a secret, after a proof where one is needed; what is typed is kept nowhere. */
export function SecretChangeForm(
  props: SecretChangeProps & {
    readonly what: ProtectWish['what']
    /** The new secret. */
    readonly next: string
    /** Asked when it is to be saved. */
    readonly maySave: () => boolean
    readonly isDisabled?: boolean
    /** Where the new secret is typed. */
    readonly children: ReactNode
  },
) {
  const { t } = useTranslation()
  const { doing, hasPin, onClose, what, next, maySave, isDisabled = false, children } = props
  const { trouble, isBusy, send, forget } = useProtect(onClose)
  const form = useFirstFocus()
  const [proof, setProof] = useState('')
  const isSetting = doing === 'setting'
  return (
    <form
      ref={form}
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSetting || maySave()) void send({ what, proof, next: isSetting ? next : '' })
      }}
    >
      {hasPin && (
        <PasswordInput
          label={t('proof')}
          value={proof}
          error={trouble}
          autoComplete="off"
          onChange={(event) => {
            forget()
            setProof(event.currentTarget.value)
          }}
        />
      )}
      {isSetting && children}
      {!hasPin && trouble !== null && <p className={styles['trouble']}>{trouble}</p>}
      <div className={styles['buttons']}>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('cancelEntry')}
        </Button>
        <Button size="xs" type="submit" loading={isBusy} disabled={isSetting && isDisabled}>
          {t(isSetting ? 'save' : 'pinRemove')}
        </Button>
      </div>
    </form>
  )
}
