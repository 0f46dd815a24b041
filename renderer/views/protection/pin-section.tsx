import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LockState, pinPattern } from '../../../core/ipc/lock.ts'
import { Icon } from '../../parts/icon.tsx'
import styles from './protection.module.css'
import { SecretChangeForm } from './secret-change-form.tsx'
import { type SecretChangeProps, SecretSection } from './secret-section.tsx'

/** The PIN of the lock screen. */
export function PinSection({ lock: { hasPin } }: { readonly lock: LockState }) {
  const { t } = useTranslation()
  return (
    <SecretSection
      title={t('pinTitle')}
      text={t('pinText')}
      isSet={hasPin}
      setWords={t('pinSet')}
      standing={
        hasPin && (
          <p className={styles['state']}>
            <Icon name="check" size={14} /> {t('pinIsSet')}
          </p>
        )
      }
      hasPin={hasPin}
      form={PinForm}
    />
  )
}

function PinForm(props: SecretChangeProps) {
  const { t } = useTranslation()
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [isTold, setTold] = useState(false)
  const isShaped = pinPattern.test(next)
  const isSame = next === again
  const maySave = () => {
    setTold(true)
    return isShaped && isSame
  }
  return (
    <SecretChangeForm {...props} what="pin" next={next} maySave={maySave}>
      <div className={styles['pair']}>
        <PasswordInput
          label={t('pinNew')}
          inputMode="numeric"
          value={next}
          error={isTold && !isShaped ? t('pinShape') : null}
          autoComplete="off"
          onChange={(event) => setNext(event.currentTarget.value.trim())}
        />
        <PasswordInput
          label={t('pinAgain')}
          inputMode="numeric"
          value={again}
          error={isTold && isShaped && !isSame ? t('pinDiffers') : null}
          autoComplete="off"
          onChange={(event) => setAgain(event.currentTarget.value.trim())}
        />
      </div>
    </SecretChangeForm>
  )
}
